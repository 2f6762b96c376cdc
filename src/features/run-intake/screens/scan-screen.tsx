import { useEffect, useRef, useState } from 'react';
import { Form, useSubmit } from 'react-router';
import { formatDate, formatWeekday } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { refusalMessage } from '#kernel/refusal-messages.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';
import { useLocale } from '#ui/use-locale.ts';
import { attendanceMessages } from '../messages/attendance-messages.ts';
import type { SheetView } from '../rules/session-view.ts';
import { IntakeFrame } from './intake-frame.tsx';

type Answer = {
  scanned: { participantId: string; again: boolean } | null;
  refusal: Refusal | null;
  code: string;
};

/** Staff scan the code on the owner's phone, or type what stands below it. */
export function ScanScreen({ page, answer }: { page: SheetView; answer?: Answer | undefined }) {
  const locale = useLocale();
  const t = messagesFor(attendanceMessages, locale);
  const { intakeId, session, rows } = page;
  const day = `${formatWeekday(session.day, locale)}, ${formatDate(session.day, locale)}`;
  const sheet = `/pembinaan/angkatan/${intakeId}/hadir/${session.sessionId}`;
  const seated = rows.filter(({ isSeated }) => isSeated).length;
  const name = rows.find(({ participantId }) => participantId === answer?.scanned?.participantId)?.name ?? '';
  const unknown = answer?.refusal?.fields?.some(({ path }) => path === 'code') ?? false;
  return (
    <IntakeFrame
      head={page}
      title={t.scanTitle}
      lead={t.scanLead}
      back={{ to: sheet, label: t.title({ day }) }}
      action={
        <ButtonLink to={sheet} look="secondary">
          {t.toSheet}
        </ButtonLink>
      }
    >
      <div aria-live="assertive">
        {answer?.scanned && (
          <Notice tone={answer.scanned.again ? 'info' : 'done'}>
            <strong>{answer.scanned.again ? t.wasPresent({ name }) : t.isPresent({ name })}</strong>
          </Notice>
        )}
        {answer?.refusal && (
          <Notice tone="wrong">{unknown ? t.unknownCode : refusalMessage(answer.refusal, locale)}</Notice>
        )}
      </div>
      <p className="soft">
        {t.count({ there: formatNumber(session.there, locale), of: formatNumber(seated, locale) })}
      </p>
      <div className="run-pair">
        <Camera />
        <Card title={t.typed}>
          <Form method="post" className="fields">
            <TextField
              key={answer?.scanned?.participantId ?? ''}
              name="code"
              label={t.typed}
              hint={t.typedHint}
              short
              autoComplete="off"
              autoCapitalize="none"
              defaultValue={unknown ? answer?.code : ''}
            />
            <div className="row">
              <Button>{t.present}</Button>
            </div>
          </Form>
        </Card>
      </div>
    </IntakeFrame>
  );
}

/** As far as it is used here; browsers without it are asked to type. */
type Detector = { detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> };
type DetectorClass = new (options: { formats: string[] }) => Detector;
const detectorClass = (): DetectorClass | undefined =>
  (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;

/** So long one code is not sent again: it is still before the camera. */
const restMs = 4_000;
const everyMs = 250;

function Camera() {
  const t = messagesFor(attendanceMessages, useLocale());
  const hydrated = useHydrated();
  const submit = useSubmit();
  const video = useRef<HTMLVideoElement>(null);
  const [isOn, setOn] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const canScan = hydrated && detectorClass() !== undefined && navigator.mediaDevices !== undefined;

  useEffect(() => {
    const Class = detectorClass();
    if (!isOn || !Class) return;
    const detector = new Class({ formats: ['qr_code'] });
    let stream: MediaStream | null = null;
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    let last = { code: '', at: 0 };
    const look = async () => {
      const seen = video.current ? await detector.detect(video.current).catch(() => []) : [];
      const code = seen[0]?.rawValue;
      if (isOver) return;
      if (code && (code !== last.code || Date.now() - last.at > restMs)) {
        last = { code, at: Date.now() };
        const form = new FormData();
        form.set('code', code);
        void submit(form, { method: 'post', preventScrollReset: true });
      }
      timer = setTimeout(look, everyMs);
    };
    navigator.mediaDevices
      .getUserMedia({ video: { facingMode: 'environment' } })
      .then(async (opened) => {
        if (isOver) return opened.getTracks().forEach((track) => void track.stop());
        stream = opened;
        if (video.current) {
          video.current.srcObject = opened;
          await video.current.play();
        }
        await look();
      })
      .catch(() => {
        setOn(false);
        setRefused(true);
      });
    return () => {
      isOver = true;
      clearTimeout(timer);
      stream?.getTracks().forEach((track) => void track.stop());
    };
  }, [isOn, submit]);

  return (
    <Card title={t.camera}>
      <div className="stack tight">
        {hydrated && !canScan && <p>{t.noCamera}</p>}
        {isRefused && <Notice tone="wait">{t.cameraRefused}</Notice>}
        {isOn && (
          <>
            <video ref={video} className="scan-view" muted playsInline aria-label={t.pointAt} />
            <p className="soft">{t.pointAt}</p>
          </>
        )}
        {canScan && (
          <div className="row">
            <Button type="button" look={isOn ? 'secondary' : 'primary'} onClick={() => setOn(!isOn)}>
              {isOn ? t.stopCamera : t.startCamera}
            </Button>
          </div>
        )}
        {!hydrated && <p>{t.noCamera}</p>}
      </div>
    </Card>
  );
}
