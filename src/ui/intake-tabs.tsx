import { NavLink } from 'react-router';
import { defineMessages, messagesFor } from '#kernel/language.ts';
import { useLocale } from './use-locale.ts';

const texts = defineMessages({
  id: {
    label: 'Bagian angkatan',
    intake: 'Ringkasan',
    applicants: 'Pendaftar',
    selection: 'Seleksi',
    participants: 'Peserta',
    sessions: 'Jadwal & hadir',
    papers: 'Kelengkapan',
    certificates: 'Sertifikat',
    outcomes: 'Kabar peserta',
  },
  en: {
    label: 'Parts of the intake',
    intake: 'Summary',
    applicants: 'Applicants',
    selection: 'Selection',
    participants: 'Participants',
    sessions: 'Sessions & attendance',
    papers: 'Papers',
    certificates: 'Certificates',
    outcomes: 'Outcomes',
  },
});

const parts = [
  ['', 'intake'],
  ['/pendaftar', 'applicants'],
  ['/pemilihan', 'selection'],
  ['/peserta', 'participants'],
  ['/jadwal', 'sessions'],
  ['/kelengkapan', 'papers'],
  ['/sertifikat', 'certificates'],
  ['/kabar', 'outcomes'],
] as const;

/**
 * The parts of an intake in the order of the work.
 * @param of parts that this person may open; all unless given (a partner sees its intake's summary, participants and sessions)
 */
export function IntakeTabs({
  intakeId,
  of,
}: {
  intakeId: string;
  of?: readonly (typeof parts)[number][1][] | undefined;
}) {
  const t = messagesFor(texts, useLocale());
  return (
    <nav className="tabs" aria-label={t.label}>
      {parts
        .filter(([, name]) => !of || of.includes(name))
        .map(([path, name]) => (
          <NavLink key={name} to={`/pembinaan/angkatan/${intakeId}${path}`} end={path === ''}>
            {t[name]}
          </NavLink>
        ))}
    </nav>
  );
}
