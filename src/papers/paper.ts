/**
 * A paper as an office writes it, in blocks. One description becomes an editable DOCX and a PDF that look alike. Papers are
 * written in Indonesian whatever language the screens are in.
 */
export type Paper = {
  /** The document's own title, for its properties and the file's name. */
  title: string;
  page: 'portrait' | 'landscape';
  letterhead: Letterhead | null;
  blocks: readonly Block[];
};

/** @property lines from the top; the last stands out @property logo PNG */
export type Letterhead = {
  lines: readonly string[];
  address: string;
  contact: string | null;
  logo: Uint8Array | null;
};

/** @property acting printed before the position (Plt./Plh.) */
export type Signatory = {
  name: string;
  rank: string | null;
  nip: string | null;
  position: string;
  acting: 'plt' | 'plh' | null;
};

/** Who signs where: `over` stands above the position, e.g. place and date, or "Mengetahui". */
export type SignaturePlace = { over: string | null; by: Signatory };

/**
 * @property width share of the table's width; all together 100
 * @property align `zigzag`: left on odd rows, in the middle on even ones, so that two who sign have room
 */
export type Column = {
  title: string;
  width: number;
  align?: 'left' | 'center' | 'right' | 'zigzag' | undefined;
};

export type Block =
  /** Centred, in capitals, underlined; `below` is usually the number. */
  | { kind: 'title'; text: string; below: string | null }
  | { kind: 'heading'; text: string }
  | {
      kind: 'paragraph';
      text: string;
      align?: 'left' | 'center' | 'right' | 'justify';
      bold?: boolean;
      indent?: boolean;
    }
  /** Terms with a colon between: Nomor : 005/12 */
  | { kind: 'facts'; rows: readonly { term: string; value: string }[] }
  | { kind: 'list'; numbered: boolean; items: readonly string[] }
  /** `rowHeight` in millimetres at least, for columns to sign in. */
  | {
      kind: 'table';
      columns: readonly Column[];
      rows: readonly (readonly string[])[];
      rowHeight?: number;
      foot?: readonly string[];
    }
  /** Side by side, from the left; room for the signature between position and name. */
  | { kind: 'signatures'; places: readonly SignaturePlace[] }
  /** JPEG or PNG, two a row, each with its caption. */
  | {
      kind: 'photos';
      photos: readonly { content: Uint8Array; type: 'jpeg' | 'png'; caption: string | null }[];
    }
  /** A picture of our own making, e.g. a QR code (PNG), with words beside. */
  | { kind: 'mark'; picture: Uint8Array; text: string }
  | { kind: 'page_break' };
