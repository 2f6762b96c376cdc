import type { Outcome } from '#kernel/refusal.ts';
import type { PasswordFault } from './decide-password.ts';

/** Why someone at the door is not let in. Never says which half was wrong, nor whether a name is known. */
export type SignInFault =
  | { code: 'blank'; field: string }
  | { code: 'wrong_name_or_password' }
  | { code: 'wrong_password' }
  | { code: 'wrong_code' }
  /** The half-finished sign-in is over: begin again with name and password. */
  | { code: 'start_again' }
  | { code: 'phone_unreadable' }
  | { code: 'wait'; seconds: number };

export type ChangeFault = SignInFault | { code: PasswordFault | 'not_repeated' | 'demo_account' };
export type SecondFactorFault = SignInFault | { code: 'already_on' | 'not_on' };

/** Every reason that the screens of this slice have words for. */
export type ChangeFaultCode = (ChangeFault | SecondFactorFault)['code'];

export type AtTheDoor<Value> = Outcome<Value, SignInFault>;

export function turnedAway(fault: SignInFault): { ok: false; refusal: SignInFault } {
  return { ok: false, refusal: fault };
}
