import { useEffect, useState } from 'react';
import { newId } from '#kernel/id.ts';
import { useField, useText } from '../app-state.ts';
import { decryptAtRest } from '../core/at-rest.ts';
import { addPhoto } from '../core/draft-photo.ts';
import { compressPhoto } from '../core/photo.ts';
import { isStorageFull } from '../core/store.ts';
import type { AnswerProps } from './answer-props.ts';

/** A photo from the phone's own camera: made small, sealed at once, and seen here only as a small preview. */
export function PhotoAnswer({ view, visit, give, id, labelId, describedBy, isInvalid }: AnswerProps) {
  const text = useText();
  const { tools, unlocked } = useField();
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const photoId = view.text;
  const preview = usePreview(photoId);

  async function take(file: File | undefined) {
    if (!file) return;
    setIsBusy(true);
    setTrouble('');
    try {
      const taken = await compressPhoto(file);
      const { position } = visit.keeper.draft;
      const note = {
        id: newId(),
        item: view.path,
        takenAt: new Date(tools.now()).toISOString(),
        ...(position ? { position } : {}),
      };
      await addPhoto(tools, unlocked, visit.keeper, { note, ...taken });
      give(note.id);
    } catch (error) {
      console.error(error);
      setTrouble(isStorageFull(error) ? text.full : text.photoBad);
    }
    setIsBusy(false);
  }

  return (
    <>
      {photoId && (
        <p className="taken">
          {preview && <img src={preview} alt="" />} ✓ {text.photoTaken}
        </p>
      )}
      <label className="button file">
        <input
          id={id}
          type="file"
          accept="image/*"
          capture="environment"
          aria-labelledby={labelId}
          aria-describedby={describedBy}
          data-invalid={isInvalid || undefined}
          disabled={isBusy}
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        {isBusy ? text.saving : photoId ? text.retakePhoto : text.takePhoto}
      </label>
      {trouble && (
        <p className="notice wrong" role="alert">
          {trouble}
        </p>
      )}
    </>
  );
}

function usePreview(photoId: string): string | null {
  const { tools, unlocked } = useField();
  const [preview, setPreview] = useState<string | null>(null);
  useEffect(() => {
    let isLeft = false;
    setPreview(null);
    async function read() {
      const photo = photoId ? await tools.store.get('photos', photoId) : undefined;
      const opened = photo?.preview && (await decryptAtRest<string>(unlocked.dataKey, photo.preview));
      if (!isLeft && opened) setPreview(opened);
    }
    read().catch(console.error);
    return () => {
      isLeft = true;
    };
  }, [photoId, tools, unlocked]);
  return preview;
}
