import { useCallback, useEffect, useRef, useState } from 'react';

type Props = {
  src: string;
  alt: string;
  /** 1: as wide as the pane. */
  zoom: number;
  /** Quarter turns to the right. */
  turns: number;
  cannotShow: string;
};

/** The photo in a frame of its own turned size, so that the pane scrolls over all of it. */
export function PaperPhoto({ src, alt, zoom, turns, cannotShow }: Props) {
  const image = useRef<HTMLImageElement>(null);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const [failed, setFailed] = useState(false);
  const measure = useCallback(() => {
    const { naturalWidth: width = 0, naturalHeight: height = 0, complete = false } = image.current ?? {};
    if (width > 0) setSize({ width, height });
    else if (complete) setFailed(true);
  }, []);
  // It may have come, or failed, before the scripts.
  useEffect(() => {
    if (image.current?.complete) measure();
  }, [measure]);
  if (failed) return <p className="paper-failed soft">{cannotShow}</p>;
  const isSideways = turns % 2 === 1;
  const frame = size && {
    width: `${zoom * 100}%`,
    aspectRatio: isSideways ? size.height / size.width : size.width / size.height,
  };
  const turned = size && {
    width: isSideways ? `${(size.width / size.height) * 100}%` : '100%',
    transform: `translate(-50%, -50%) rotate(${turns * 90}deg)`,
  };
  return (
    <div className={size ? 'paper-frame measured' : 'paper-frame'} style={frame ?? undefined}>
      <img
        ref={image}
        src={src}
        alt={alt}
        draggable={false}
        style={turned ?? undefined}
        onLoad={measure}
        onError={() => setFailed(true)}
      />
    </div>
  );
}
