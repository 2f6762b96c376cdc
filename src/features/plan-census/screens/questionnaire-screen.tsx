import { useMemo, useState } from 'react';
import { messagesFor } from '#kernel/language.ts';
import type { Answers, Given } from '#questionnaire/engine/answers.ts';
import { openForm } from '#questionnaire/engine/open-form.ts';
import { addRepetition, removeRepetition } from '#questionnaire/engine/repetitions.ts';
import { startAnswers } from '#questionnaire/engine/start-answers.ts';
import { type ViewEntry, viewForm } from '#questionnaire/engine/view-form.ts';
import type { Form } from '#questionnaire/form.ts';
import { Button } from '#ui/button.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Icon } from '#ui/icon.tsx';
import { IconDownload } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';
import { useLocale } from '#ui/use-locale.ts';
import { questionnaireMessages } from '../messages/questionnaire-messages.ts';
import { PreviewQuestion } from './preview-question.tsx';
import './preview.css';

/** A questionnaire as an enumerator meets it, run by the same engine as on the phone. Nothing is kept. */
export function QuestionnaireScreen({ form, now }: { form: Form; now: number }) {
  const locale = useLocale();
  const t = messagesFor(questionnaireMessages, locale);
  const hydrated = useHydrated();
  const opened = useMemo(() => openForm(form), [form]);
  return (
    <div className="stack">
      <title>{`${form.title} · Gawangan`}</title>
      <PageHeader
        back={{ to: '/pendataan/kuesioner', label: t.title }}
        title={form.title}
        lead={`${t.version} ${form.version}. ${t.previewLead}`}
        action={
          <a
            className="btn secondary"
            href={`/pendataan/kuesioner/${encodeURIComponent(form.id)}/${form.version}/unduh.xlsx`}
          >
            <Icon of={IconDownload} />
            {t.download}
          </a>
        }
      />
      {!opened.ok && <Notice tone="wrong">{t.broken}</Notice>}
      {!hydrated && <Notice>{t.noScript}</Notice>}
      {opened.ok && <Preview open={opened.value} now={now} />}
    </div>
  );
}

type PreviewProps = { open: Parameters<typeof viewForm>[0]; now: number };

function Preview({ open, now }: PreviewProps) {
  const locale = useLocale();
  const t = messagesFor(questionnaireMessages, locale);
  const moment = { now, language: locale };
  const begin = () => startAnswers(open, {}, moment);
  const [answers, setAnswers] = useState<Answers>(begin);
  const view = viewForm(open, answers, moment);
  const answer = (path: string, given: Given) => setAnswers({ ...answers, [path]: given });
  const entryOf = (entry: ViewEntry) => {
    switch (entry.entry) {
      case 'question':
        return (
          <PreviewQuestion key={entry.path} view={entry} onAnswer={(given) => answer(entry.path, given)} />
        );
      case 'heading':
        return <h3 key={entry.path}>{entry.label}</h3>;
      case 'repetition':
        return (
          <div key={entry.path} className="row">
            <h3>
              {entry.label} {entry.position}
            </h3>
            {entry.canRemove && (
              <Button
                type="button"
                look="quiet"
                onClick={() =>
                  setAnswers(removeRepetition(answers, entry.path.replace(/\[\d+\]$/, ''), entry.position))
                }
              >
                {t.remove}
              </Button>
            )}
          </div>
        );
      case 'add':
        return (
          <div key={`${entry.path}+`}>
            <Button
              type="button"
              look="secondary"
              onClick={() => setAnswers(addRepetition(answers, entry.path))}
            >
              {t.add}: {entry.label}
            </Button>
          </div>
        );
    }
  };
  return (
    <div className="preview">
      <p className="preview-count" role="status">
        {t.answered({ done: formatNumber(view.answered, locale), all: formatNumber(view.asked, locale) })}{' '}
        <Button type="button" look="quiet" className="inline" onClick={() => setAnswers(begin())}>
          {t.start}
        </Button>
      </p>
      {view.sections.map((section) => (
        <section key={section.path} className="card stack">
          {section.label && <h2>{section.label}</h2>}
          {section.entries.map(entryOf)}
        </section>
      ))}
    </div>
  );
}
