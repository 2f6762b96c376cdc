import { defineMessages } from '#kernel/language.ts';

/** What the API declines on its own account, before a command is asked. Texts say what to send instead. */
export const apiProblemMessages = defineMessages({
  id: {
    token_missing: 'Sertakan token pada kepala permintaan: Authorization: Bearer gwn_….',
    token_invalid:
      'Token tidak dikenal, sudah dicabut, atau sudah lewat masa berlakunya. Mintalah yang baru kepada admin kantor.',
    malformed_json:
      'Isi permintaan bukan objek JSON yang utuh. Tidak ada yang berubah; periksa kurung dan tanda kutipnya.',
    unsupported_media_type:
      'Isi permintaan harus JSON. Tidak ada yang berubah; kirim dengan Content-Type: application/json.',
    body_too_large:
      'Isi permintaan terlalu besar. Tidak ada yang disimpan; bagi menjadi beberapa permintaan.',
    precondition_required:
      'Sertakan If-Match dengan ETag dari bacaan terakhir, supaya perubahan orang lain tidak tertimpa.',
    idempotency_mismatch:
      'Idempotency-Key ini sudah dipakai untuk permintaan lain. Tidak ada yang berubah; pakai kunci baru.',
    method_not_allowed: 'Alamat ini ada, tetapi bukan untuk cara itu. Lihat kepala Allow pada jawaban ini.',
    no_such_address: 'Tidak ada apa-apa di alamat ini. Lihat daftar lengkapnya di /api/v1/docs.',
    internal:
      'Ada gangguan di pihak kami, sudah dicatat. Coba lagi sebentar, dengan Idempotency-Key yang sama.',
  },
  en: {
    token_missing: 'Send your token in the request header: Authorization: Bearer gwn_….',
    token_invalid: 'This token is unknown, revoked or expired. Ask the office administrator for a new one.',
    malformed_json:
      'The request body is not a whole JSON object. Nothing has changed; check brackets and quotes.',
    unsupported_media_type:
      'The request body must be JSON. Nothing has changed; send Content-Type: application/json.',
    body_too_large: 'The request body is too large. Nothing was saved; split it into several requests.',
    precondition_required:
      'Send If-Match with the ETag of your last reading, so that nobody else’s change is overwritten.',
    idempotency_mismatch:
      'This Idempotency-Key was used for another request. Nothing has changed; use a new key.',
    method_not_allowed: 'This address exists, but not for that method. See the Allow header of this answer.',
    no_such_address: 'There is nothing at this address. See the whole list at /api/v1/docs.',
    internal:
      'Something went wrong on our side and was logged. Try again shortly, with the same Idempotency-Key.',
  },
});

export type ApiProblemCode = keyof (typeof apiProblemMessages)['id'];

/** Titles by status: the same for every problem with that status. */
export const statusTitles = defineMessages({
  id: {
    400: 'Permintaan tidak terbaca',
    401: 'Perlu token',
    403: 'Tidak berwenang',
    404: 'Tidak ditemukan',
    405: 'Cara tidak berlaku di sini',
    409: 'Bertabrakan dengan keadaan sekarang',
    412: 'Sudah diubah orang lain',
    413: 'Terlalu besar',
    415: 'Jenis isi tidak dikenal',
    422: 'Isian perlu diperbaiki',
    428: 'Perlu If-Match',
    429: 'Terlalu sering',
    500: 'Gangguan di pihak kami',
    503: 'Layanan belum bisa dihubungi',
  },
  en: {
    400: 'Unreadable request',
    401: 'Token needed',
    403: 'Not permitted',
    404: 'Not found',
    405: 'Method not allowed here',
    409: 'In conflict with the present state',
    412: 'Changed by someone else',
    413: 'Too large',
    415: 'Unknown kind of content',
    422: 'Entries need mending',
    428: 'If-Match needed',
    429: 'Too often',
    500: 'A fault on our side',
    503: 'A service cannot be reached',
  },
});

export type ProblemStatus = keyof (typeof statusTitles)['id'];
