import type { ProfilePart } from '../../register-enterprise/index.server.ts';
import { conditionMessages } from '../messages/condition-messages.ts';
import { ownMessages } from '../messages/own-messages.ts';
import { eligibilityPermissions } from '../permissions.ts';
import { ownConditions } from './own-conditions.server.ts';

const { id, en } = ownMessages;

/** On an enterprise's page: where it stands with each programme. */
export const eligibilityProfilePart: ProfilePart = {
  permission: eligibilityPermissions['eligibility.view_one'],
  async read(context, enterpriseId) {
    const view = await ownConditions(context, enterpriseId, 'id');
    return {
      id: 'syarat',
      title: { id: id.title, en: en.title },
      lines: (view?.programmes ?? []).map(({ programmeId, programme, standing }) => ({
        key: programmeId,
        title: { id: programme, en: programme },
        note: {
          id: conditionMessages.id[`standing_${standing}`],
          en: conditionMessages.en[`standing_${standing}`],
        },
      })),
      empty: { id: id.none, en: en.none },
      link: view && {
        to: `/usaha/${view.enterpriseId}/syarat`,
        label: { id: 'Lihat alasannya', en: 'See why' },
      },
    };
  },
};
