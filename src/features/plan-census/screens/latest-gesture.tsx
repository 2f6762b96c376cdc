import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { IconArrowBackUp } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { assignmentMessages } from '../messages/assignment-messages.ts';
import type { Gesture } from '../rules/assignment-view.ts';
import { GestureLine } from './gesture-line.tsx';

/** What was just handed over, and the way back. */
export function LatestGesture({ gesture, roundId }: { gesture: Gesture; roundId: string }) {
  const t = messagesFor(assignmentMessages, useLocale());
  if (gesture.undone) return null;
  return (
    <Notice tone="done" live>
      <Form method="post" action={`/pendataan/${roundId}/petugas`} className="row">
        <span>
          <GestureLine gesture={gesture} />.
        </span>
        <input type="hidden" name="gestureId" value={gesture.gestureId} />
        <Button name="intent" value="undo" look="secondary" icon={IconArrowBackUp}>
          {t.undo}
        </Button>
      </Form>
    </Notice>
  );
}
