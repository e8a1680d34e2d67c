import { testAgreement } from './testing/extract.ts';

testAgreement('register-2019-faulty');
