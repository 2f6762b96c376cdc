import { defineMessages } from '#kernel/language.ts';

const rules = {
  id: [
    'Token dibuat admin kantor lewat perintah npm run gawangan -- token create, dengan satu peran di satu wilayah. Kirim sebagai Authorization: Bearer. Token hanya melihat kantornya sendiri.',
    'Isian yang belum diketahui tidak ditulis dalam jawaban. Pada PATCH, isian yang tidak disebut tetap seperti semula dan null menghapusnya.',
    'NIK, No. KK, nomor HP, tanggal lahir, dan alamat rumah selalu tersamar. Membukanya perlu alasan dan dicatat di jejak.',
    'Jumlah rupiah boleh angka bulat (1500000) atau tulisan ("1,5 jt"). Tanggal ditulis 2026-05-06, waktu dalam UTC.',
    'Daftar panjang dibagi: kirim nextCursor sebagai cursor untuk halaman berikutnya, dengan saringan yang sama. Halaman terakhir tidak memilikinya.',
    'Bacaan satu data membawa ETag. Kirim kembali sebagai If-None-Match untuk bertanya apakah ada yang baru, dan sebagai If-Match saat mengubah.',
    'Kirim Idempotency-Key pada setiap penulisan: permintaan yang terputus aman diulang, dan jawabannya sama selama 7 hari.',
    'Yang ditolak dijawab sebagai problem+json (RFC 9457). Bahasanya mengikuti Accept-Language: id atau en.',
    'Paling banyak 600 permintaan semenit per token; lebih dari itu dijawab 429 dengan Retry-After.',
  ],
  en: [
    'The office administrator makes tokens with npm run gawangan -- token create, each with one role in one scope. Send it as Authorization: Bearer. A token sees its own office only.',
    'What is not known is left out of answers. In a PATCH, what is not named stays as it is and null takes it away.',
    'NIK, No. KK, phones, birth date and home address are always masked. Showing them needs a reason and is audited.',
    'Rupiah may be a whole number (1500000) or text ("1,5 jt"). Days are written 2026-05-06, moments in UTC.',
    'Long lists come in pages: send nextCursor as cursor for the next one, with the same filters. The last page has none.',
    'A reading of one record carries an ETag. Send it back as If-None-Match to ask for news, and as If-Match to make a change.',
    'Send an Idempotency-Key with every write: a broken request is safe to repeat, and gets the same answer for 7 days.',
    'Whatever is declined is answered as problem+json (RFC 9457), in the language of Accept-Language: id or en.',
    'At most 600 requests a minute per token; beyond that the answer is 429 with Retry-After.',
  ],
};

/** Words of the docs page; the first paragraphs also open the OpenAPI document. */
export const docsMessages = defineMessages({
  id: {
    title: 'API Gawangan',
    intro:
      'Lewat API ini sistem lain — milik provinsi, perbankan, atau kantor sendiri — membaca dan menulis data UMKM kantor dengan aturan yang sama seperti di layar: peran, wilayah, jejak, dan data pribadi yang tersamar.',
    rulesTitle: 'Yang berlaku di semua alamat',
    otherLanguage: 'In English',
    machine: 'Dokumen OpenAPI 3.1 untuk mesin',
    operations: 'Daftar operasi',
    roles: 'Peran',
    everyToken: 'semua token',
    parameters: 'Parameter',
    body: 'Isi permintaan',
    answer: 'Jawaban',
    example: 'Contoh',
    required: 'wajib',
    problems: 'Kode penolakan',
    code: 'Kode',
    status: 'Status',
    meaning: 'Artinya',
  },
  en: {
    title: 'Gawangan API',
    intro:
      'Through this API other systems — of the province, a bank, or the office itself — read and write the office’s register of small enterprises under the same rules as on screen: roles, scopes, audit, and masked personal data.',
    rulesTitle: 'What holds everywhere',
    otherLanguage: 'Dalam Bahasa Indonesia',
    machine: 'OpenAPI 3.1 document for machines',
    operations: 'Operations',
    roles: 'Roles',
    everyToken: 'every token',
    parameters: 'Parameters',
    body: 'Request body',
    answer: 'Answer',
    example: 'Example',
    required: 'required',
    problems: 'Codes of refusal',
    code: 'Code',
    status: 'Status',
    meaning: 'Meaning',
  },
});

export const docsRules = rules;
