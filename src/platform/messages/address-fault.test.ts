import { expect, test } from 'vitest';
import { isAddressFault } from './address-fault.ts';

test('only a no to the address itself makes an address wrong', () => {
  const ofAddress = [
    '550 no such person here',
    '550 5.1.1 <siti@contoh.id>: User unknown',
    '550-5.1.1 The email account that you tried to reach does not exist.\n550 5.1.1 See support',
    '550 5.2.1 The email account that you tried to reach is inactive',
    '556 5.1.10 Recipient domain takes no mail',
    '551 User not local',
    '553 5.1.3 Bad recipient address syntax',
  ];
  const ofOthers = [
    '552 5.2.2 Mailbox full',
    '550 5.2.2 Mailbox full',
    '554 5.7.1 Relay access denied',
    '550 5.7.1 Our system has detected that this server is on a black list',
    '553 5.1.8 Sender domain not found',
    '550 5.1.7 Bad sender address',
    '530 5.7.0 Authentication required',
    '554 Transaction failed',
    '503 Bad sequence of commands',
    '',
  ];
  expect(ofAddress.filter((response) => !isAddressFault(response))).toEqual([]);
  expect(ofOthers.filter(isAddressFault)).toEqual([]);
});
