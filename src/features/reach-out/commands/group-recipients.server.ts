import type { CommandContext } from '#platform/command.server.ts';
import {
  type EnterpriseToReach,
  listOwnersStoodFor,
  listPhonesToReach,
  listToReach,
} from '../../register-enterprise/index.server.ts';
import { listHeldConsents, listOptedOut } from '../consent-store.server.ts';
import { listWrongNumbers } from '../recipient-store.server.ts';
import { chooseLane, type Lane, type LaneReason } from '../rules/choose-lane.ts';
import {
  answerOfAll,
  type ConsentAnswer,
  type ConsentChannel,
  consentChannels,
  type Purpose,
} from '../rules/may-contact.ts';

/** One person to reach, with all their enterprises of the list. */
export type Grouped = {
  ownerId: string | null;
  phoneIndex: Buffer | null;
  lane: Lane;
  reason: LaneReason | null;
  enterpriseIds: string[];
};

type Context = Pick<CommandContext, 'trx' | 'officeCode'>;

/** The masked form tells the kind of a number: only a mobile one begins with 08. */
const isMobile = (hint: string) => hint.startsWith('08');
const gone = new Set(['closed', 'never_existed', 'duplicate']);

/**
 * Enterprises that stand for themselves → people, in the order given: one for each phone, so that two enterprises of one
 * owner, or of a couple with one phone, are written to once.
 */
export async function groupRecipients(
  context: Context,
  purpose: Purpose,
  enterpriseIds: readonly string[],
): Promise<Grouped[]> {
  const { trx, officeCode } = context;
  const found = await listToReach(trx, officeCode, enterpriseIds);
  const byId = new Map(found.map((one) => [one.enterpriseId, one]));
  const ownerIds = [...new Set(found.flatMap(({ ownerId }) => ownerId ?? []))];
  const phones = await choosePhones(context, ownerIds);
  const answersOf = await heldAnswers(context, purpose, ownerIds);
  const groups = new Map<string, EnterpriseToReach[]>();
  for (const id of enterpriseIds) {
    const enterprise = byId.get(id);
    if (!enterprise) continue;
    const phone = enterprise.ownerId === null ? undefined : phones.get(enterprise.ownerId);
    const key = phone?.index?.toString('hex') ?? enterprise.ownerId ?? enterprise.enterpriseId;
    const group = groups.get(key);
    if (group) group.push(enterprise);
    else groups.set(key, [enterprise]);
  }
  return [...groups.values()].map((group) => {
    const owners = [...new Set(group.flatMap(({ ownerId }) => ownerId ?? []))];
    const phone = owners[0] === undefined ? undefined : phones.get(owners[0]);
    const { lane, reason } = chooseLane({
      purpose,
      phone: phone?.standing ?? 'none',
      optedOut: phone?.standing === 'usable' && phone.optedOut,
      hasVillage: group.some(({ villageCode }) => villageCode !== null),
      gone: group.every(({ deceased, operation }) => deceased || gone.has(operation)),
      answers: Object.fromEntries(
        consentChannels.map((channel) => [
          channel,
          answerOfAll(owners.map((owner) => answersOf(owner, channel))),
        ]),
      ),
    });
    return {
      ownerId: owners[0] ?? null,
      phoneIndex: phone?.index ?? null,
      lane,
      reason,
      enterpriseIds: group.map(({ enterpriseId }) => enterpriseId),
    };
  });
}

type Chosen = { index: Buffer | null; standing: 'usable' | 'wrong' | 'none'; optedOut: boolean };

/** Of each owner the first mobile number that nobody found to be wrong. */
async function choosePhones(
  { trx, officeCode }: Context,
  ownerIds: readonly string[],
): Promise<Map<string, Chosen>> {
  const mobiles = (await listPhonesToReach(trx, officeCode, ownerIds)).filter(({ phoneHint }) =>
    isMobile(phoneHint),
  );
  const indexes = mobiles.map(({ phoneIndex }) => phoneIndex);
  const wrong = await listWrongNumbers(trx, officeCode, indexes);
  const optedOut = await listOptedOut(trx, officeCode, indexes);
  const chosen = new Map<string, Chosen>();
  for (const { ownerId, phoneIndex } of mobiles) {
    const hex = phoneIndex.toString('hex');
    const before = chosen.get(ownerId);
    if (before?.standing === 'usable') continue;
    if (wrong.has(hex))
      chosen.set(ownerId, before ?? { index: phoneIndex, standing: 'wrong', optedOut: false });
    else chosen.set(ownerId, { index: phoneIndex, standing: 'usable', optedOut: optedOut.has(hex) });
  }
  return chosen;
}

/** What owners said, by themselves or by a record that is now led to them; the newest statement holds. */
export async function heldAnswers(
  { trx, officeCode }: Context,
  purpose: Purpose,
  ownerIds: readonly string[],
): Promise<(ownerId: string, channel: ConsentChannel) => ConsentAnswer | null> {
  const members = await listOwnersStoodFor(trx, officeCode, ownerIds);
  const standsFor = new Map(members.map((one) => [one.ownerId, one.standsFor]));
  const said = await listHeldConsents(
    trx,
    officeCode,
    purpose,
    members.map(({ ownerId }) => ownerId),
  );
  said.sort((one, other) =>
    one.saidOn === other.saidOn
      ? one.consentId < other.consentId
        ? -1
        : 1
      : one.saidOn < other.saidOn
        ? -1
        : 1,
  );
  const held = new Map(
    said.map((one) => [`${standsFor.get(one.ownerId) ?? one.ownerId} ${one.channel}`, one.answer]),
  );
  return (ownerId, channel) => held.get(`${standsFor.get(ownerId) ?? ownerId} ${channel}`) ?? null;
}
