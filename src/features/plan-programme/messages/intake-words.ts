import { defineMessages } from '#kernel/language.ts';
import type { IntakeAction, IntakeStatus } from '../rules/intake-state.ts';
import type { PartnerKind } from '../rules/programme-kinds.ts';

type Words = { do_reopen: string } & { [S in `status_${IntakeStatus}`]: string } & {
  [A in `do_${IntakeAction}`]: string;
} & {
  [K in `partner_${PartnerKind}`]: string;
};

/** Statuses, steps and kinds of partners in words. */
export const intakeWords = defineMessages<Words>({
  id: {
    status_planned: 'Direncanakan',
    status_open: 'Pendaftaran dibuka',
    status_closed: 'Pendaftaran ditutup',
    status_running: 'Sedang berjalan',
    status_finished: 'Selesai',
    status_postponed: 'Ditunda',
    status_cancelled: 'Dibatalkan',
    do_open: 'Buka pendaftaran',
    do_reopen: 'Buka lagi pendaftaran',
    do_close: 'Tutup pendaftaran',
    do_start: 'Mulai kegiatan',
    do_finish: 'Nyatakan selesai',
    do_postpone: 'Tunda',
    do_resume: 'Rencanakan lagi',
    do_cancel: 'Batalkan',
    partner_training_centre: 'Balai latihan',
    partner_manpower_office: 'Dinas tenaga kerja',
    partner_company: 'Perusahaan',
    partner_other_office: 'Dinas lain',
    partner_university: 'Perguruan tinggi',
    partner_association: 'Asosiasi',
    partner_other: 'Lainnya',
  },
  en: {
    status_planned: 'Planned',
    status_open: 'Open for applications',
    status_closed: 'Applications closed',
    status_running: 'Under way',
    status_finished: 'Finished',
    status_postponed: 'Postponed',
    status_cancelled: 'Cancelled',
    do_open: 'Open applications',
    do_reopen: 'Open applications again',
    do_close: 'Close applications',
    do_start: 'Start',
    do_finish: 'Mark as finished',
    do_postpone: 'Postpone',
    do_resume: 'Plan again',
    do_cancel: 'Cancel',
    partner_training_centre: 'Training centre',
    partner_manpower_office: 'Manpower office',
    partner_company: 'Company',
    partner_other_office: 'Another office',
    partner_university: 'University',
    partner_association: 'Association',
    partner_other: 'Other',
  },
});
