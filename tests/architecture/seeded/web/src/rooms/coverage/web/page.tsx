import { invoked } from '../contract.ts';
export const Page = () => <p>{invoked}</p>;
