import { useState } from 'react';
import { useField, useText } from '../app-state.ts';
import { acceptReceiptFile, makeOutboxFile, type OutboxFile } from '../core/outbox-file.ts';

/** For phones that never reach the office: the outbox as a file, and the office's receipt for it. */
export function FilePart() {
  const text = useText();
  const { tools, unsent, refresh } = useField();
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const count = unsent.envelopes + unsent.photos;

  async function make() {
    setProblem('');
    try {
      await handOver(await makeOutboxFile(tools.store, tools.now()));
      setSaid(text.fileMade);
    } catch (error) {
      // Closing the list of apps to share with is no fault.
      if ((error as Error).name !== 'AbortError') setProblem(text.failed);
    }
  }

  async function receive(file: File | undefined) {
    if (!file) return;
    setProblem('');
    setSaid('');
    const result = await acceptReceiptFile(tools.store, await file.text(), tools.now());
    if (result.ok) setSaid(text.receiptDone({ count: result.forgotten }));
    else setProblem(text[`receipt_${result.reason}`]);
    await refresh();
  }

  return (
    <section>
      <h2>{text.byFile}</h2>
      <p>{text.byFileLead}</p>
      {count > 0 ? (
        <button type="button" className="button" onClick={() => void make()}>
          {text.makeFile({ count })}
        </button>
      ) : (
        <p>{text.nothingToSend}</p>
      )}
      <p className="field">
        <label htmlFor="tanda-terima">{text.receiptLabel}</label>
        <span className="hint" id="tanda-terima-hint">
          {text.receiptHint}
        </span>
        <input
          id="tanda-terima"
          type="file"
          aria-describedby="tanda-terima-hint"
          onChange={(event) => {
            void receive(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </p>
      <p role="status" className={said ? 'notice done' : undefined}>
        {said}
      </p>
      {problem && (
        <p className="notice wrong" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}

/** To WhatsApp and the like where the phone can share files, else into the folder of downloads. */
async function handOver({ name, blob }: OutboxFile): Promise<void> {
  const file = new File([blob], name, { type: blob.type });
  if (navigator.canShare?.({ files: [file] })) return navigator.share({ files: [file], title: name });
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
