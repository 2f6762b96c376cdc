import type { Locale } from '#kernel/language.ts';
import { wordFor } from './condition-words.ts';
import type { Answer, Question } from './conditions.ts';
import { supportInWords } from './describe-condition.ts';

type Text = { id: string; en: string };

const ask = (what: Text): Text => ({
  id: `Tanyakan dan catat ${what.id}.`,
  en: `Ask for ${what.en} and write it down.`,
});

/**
 * What would change the answer to a question: what to ask about where it is not known, what to do about a no. Null where
 * nobody can or should do anything (age, sex), and for what is to be denied.
 */
export function wayToYes(question: Question, answer: Answer, denied: boolean, locale: Locale): string | null {
  const text = answer === 'unknown' ? toFindOut(question) : denied ? null : toBecomeYes(question);
  return text?.[locale] ?? null;
}

function toFindOut(question: Question): Text {
  switch (question.ask) {
    case 'evidence': {
      const id = wordFor('evidence', question.kind, 'id');
      const en = wordFor('evidence', question.kind, 'en');
      return {
        id: `Bawa atau kirim foto ${id}, atau beri tahu kami bila belum punya.`,
        en: `Bring ${en} or send a photo of it, or tell us that there is none yet.`,
      };
    }
    case 'nib':
      return {
        id: 'Tunjukkan NIB, atau beri tahu kami bila belum punya.',
        en: 'Show the NIB, or tell us that there is none yet.',
      };
    case 'operation':
    case 'verified':
      return {
        id: 'Perlu dikunjungi untuk melihat apa yang dikerjakan.',
        en: 'A visit is needed to see what is done there.',
      };
    case 'assessed':
      return { id: 'Perlu dinilai petugas dengan rubrik.', en: 'It needs to be assessed with the rubric.' };
    case 'scale':
      return ask({
        id: 'omzet atau modal untuk menentukan skala usaha',
        en: 'sales or capital, which decide the size',
      });
    case 'sector':
      return ask({ id: 'jenis usahanya', en: 'the kind of business' });
    case 'kbli':
      return {
        id: `Cocokkan kode KBLI ${question.version} dengan kegiatan usahanya.`,
        en: `Find the KBLI ${question.version} code that fits what the business does.`,
      };
    case 'area':
      return ask({ id: 'kelurahan tempat usaha', en: 'the village of the business' });
    case 'group':
    case 'support':
      return ask({ id: 'keikutsertaannya', en: 'what they take part in' });
    case 'started':
      return ask({ id: 'kapan usaha dimulai', en: 'when the business began' });
    case 'figure':
      return {
        sales: ask({ id: 'omzet setahun; kisaran sudah cukup', en: 'yearly sales; a range is enough' }),
        capital: ask({ id: 'modal usaha; kisaran sudah cukup', en: 'the capital; a range is enough' }),
        workers: ask({ id: 'jumlah tenaga kerja', en: 'the number of workers' }),
      }[question.kind];
    case 'premises':
      return ask({ id: 'tempat produksi dan tempat jualnya', en: 'places of production and sale' });
    case 'owner_sex':
      return ask({ id: 'jenis kelamin pemilik', en: "the owner's sex" });
    case 'owner_disability':
      return ask({
        id: 'bila pemilik berkenan, disabilitasnya',
        en: 'whether the owner has a disability, if they like to say',
      });
    case 'owner_age':
      return ask({ id: 'tanggal lahir pemilik', en: "the owner's birth date" });
  }
}

/** Where the owner or the office can do something about a no. */
function toBecomeYes(question: Question): Text | null {
  switch (question.ask) {
    case 'evidence': {
      const id = wordFor('evidence', question.kind, 'id');
      const en = wordFor('evidence', question.kind, 'en');
      return { id: `Urus atau perpanjang ${id}.`, en: `Obtain or renew ${en}.` };
    }
    case 'nib':
      return {
        id: 'Urus NIB di oss.go.id atau di loket kami.',
        en: 'Apply for a NIB at oss.go.id or at our counter.',
      };
    case 'verified':
      return { id: 'Perlu dikunjungi petugas.', en: 'An officer needs to visit.' };
    case 'assessed':
      return {
        id: 'Tingkatkan aspek yang masih rendah, lalu minta dinilai lagi.',
        en: 'Improve the aspects that are still low, then ask to be assessed again.',
      };
    case 'group':
      return { id: 'Bergabung dengan kelompok itu.', en: 'Join that group.' };
    case 'support':
      if (question.atMost !== undefined && question.atLeast === undefined) return null;
      return {
        id: `Ikut ${supportInWords(question, 'id')} dulu.`,
        en: `Take part in ${supportInWords(question, 'en')} first.`,
      };
    case 'started':
      return {
        id: 'Tunggu sampai usahanya cukup lama berjalan.',
        en: 'Wait until the business is old enough.',
      };
    default:
      return null;
  }
}
