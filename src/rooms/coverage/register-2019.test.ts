import { testAgreement } from './testing/extract.reference.ts';

testAgreement('register-2019');
