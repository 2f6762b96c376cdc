import { data, redirect } from 'react-router';
import type { Refusal } from '#kernel/refusal.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { typedValues } from '#platform/http/read-form.ts';
import { saveConditions } from '../commands/save-conditions.server.ts';
import { eligibilityPermissions } from '../permissions.ts';
import { conditionsForm, linesInWords, previewConditions } from '../queries/conditions-form.server.ts';
import type { DraftView, Preview } from '../rules/builder-view.ts';
import { ConditionsFormScreen } from '../screens/conditions-form-screen.tsx';
import type { Route } from './+types/conditions-edit';
import { asJson, type Draft, draftOf, nextDraft } from './read-draft.ts';

const permission = eligibilityPermissions['eligibility.set_conditions'];

async function asked(args: Route.LoaderArgs | Route.ActionArgs) {
  const { services, actor, locale } = await requirePermission(args, permission);
  const found = await read(services, actor, permission, (context) =>
    conditionsForm(context, args.params.programmeId, locale),
  );
  const form = foundOr404(valueOrThrow(found));
  const viewOf = async (draft: Draft): Promise<DraftView> => {
    const words = draft.set
      ? valueOrThrow(
          await read(services, actor, permission, (context) => linesInWords(context, draft.set!, locale)),
        )
      : [];
    return {
      json: draft.json,
      lines: (draft.set?.lines ?? []).map(({ key, label }, at) => ({
        key,
        label: label[locale],
        asked: words[at] ?? '',
      })),
      faults: draft.faults.map(({ path, code }) => ({ path: path.join('.'), code })),
      isUnreadable: draft.isUnreadable,
      chosen: draft.chosen,
    };
  };
  return { services, actor, form, viewOf };
}

export async function loader(args: Route.LoaderArgs) {
  const { form, viewOf } = await asked(args);
  return { form, draft: await viewOf(draftOf(asJson(form.conditions))) };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor, viewOf } = await asked(args);
  const { programmeId } = args.params;
  const form = await args.request.formData();
  const intent = String(form.get('intent'));
  const draft = nextDraft(form);
  const answer = async (more: { refusal?: Refusal; preview?: Preview }) => ({
    draft: await viewOf(draft),
    typed: intent === 'add' && draft.chosen === null ? withoutLine(form) : typedValues(form),
    ...more,
  });
  if (intent === 'save' && draft.set) {
    const outcome = await execute(services, actor, saveConditions, {
      programmeId,
      conditions: draft.set,
      effectiveOn: form.get('effectiveOn'),
      note: form.get('note') || undefined,
      afterVersion: form.get('afterVersion'),
    });
    if (outcome.ok) return redirect(`/pembinaan/${programmeId}/syarat`, 303);
    return data(await answer({ refusal: outcome.refusal }), { status: 422 });
  }
  if (draft.set === null || draft.faults.length > 0) return data(await answer({}), { status: 422 });
  if (intent !== 'preview') return answer({});
  const preview = await read(services, actor, permission, (context) =>
    previewConditions(context, draft.set!),
  );
  return answer({ preview: valueOrThrow(preview) });
}

/** What was typed, but for the line that has been added. */
function withoutLine(form: FormData): Record<string, string> {
  const ofLine = ['label', 'labelEn', 'remedy', 'remedyEn'];
  return Object.fromEntries(
    Object.entries(typedValues(form)).filter(
      ([name]) => !ofLine.includes(name) && !name.startsWith('field.'),
    ),
  );
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function ConditionsEditRoute({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <ConditionsFormScreen
      form={loaderData.form}
      draft={actionData?.draft ?? loaderData.draft}
      preview={actionData?.preview ?? null}
      typed={actionData?.typed ?? {}}
      refusal={actionData?.refusal}
    />
  );
}
