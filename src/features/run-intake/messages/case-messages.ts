import { defineMessages } from '#kernel/language.ts';
import type { CaseStatus } from '../rules/case.ts';
import type { CaseKind } from '../rules/case-templates.ts';

type Words = Record<`kind_${CaseKind}` | `status_${CaseStatus}`, string> & {
  title: string;
  lead: string;
  programmes: string;
  back: string;
  emptyTitle: string;
  emptyText: string;
  nothingFits: string;
  enterprise: string;
  kind: string;
  next: string;
  due: string;
  status: string;
  progress: string;
  steps: (p: { done: string; of: string }) => string;
  late: (p: { days: string }) => string;
  lateCount: (p: { count: string }) => string;
  all: string;
  show_open: string;
  show_late: string;
  show_done: string;
  show_stopped: string;
  show: string;
  ofIntake: (p: { name: string }) => string;
  kindFilter: string;
  opened: (p: { day: string; by: string }) => string;
  closed: (p: { day: string; by: string }) => string;
  toEnterprise: string;
  stepsTitle: string;
  dueOn: (p: { day: string }) => string;
  doneOn: (p: { day: string; by: string }) => string;
  needsFile: string;
  hasFile: string;
  own: string;
  tick: string;
  untick: string;
  tickOf: (p: { name: string }) => string;
  untickOf: (p: { name: string }) => string;
  more: string;
  moreOf: (p: { name: string }) => string;
  note: string;
  dueLabel: string;
  file: string;
  fileHint: string;
  save: string;
  addStep: string;
  stepName: string;
  saved: string;
  finish: string;
  finishText: string;
  number: string;
  number_halal: string;
  number_pirt: string;
  number_brand: string;
  number_other: string;
  issuer: string;
  issuedOn: string;
  expiresOn: string;
  certificate: string;
  finishButton: string;
  finished: string;
  finishedText: string;
  stop: string;
  stopText: string;
  reason: string;
  stopped: (p: { reason: string }) => string;
  resume: string;
  noEnd: string;
  close: string;
};

/** Facilitation cases: the queue and one case. */
export const caseMessages = defineMessages<Words>({
  id: {
    kind_halal_self_declare: 'Halal gratis',
    kind_halal_regular: 'Halal reguler',
    kind_pirt: 'P-IRT',
    kind_brand: 'Merek',
    kind_other: 'Lainnya',
    status_open: 'Berjalan',
    status_done: 'Selesai',
    status_stopped: 'Dihentikan',
    title: 'Kasus fasilitasi',
    lead: 'Siapa yang sedang didampingi sampai izinnya terbit. Yang terlambat paling atas.',
    programmes: 'Pelatihan & fasilitasi',
    back: 'Kasus fasilitasi',
    emptyTitle: 'Belum ada kasus',
    emptyText:
      'Kasus dibuka dari halaman Jadwal & hadir sebuah angkatan fasilitasi, sekali klik untuk semua peserta.',
    nothingFits: 'Tidak ada kasus yang cocok',
    enterprise: 'Usaha',
    kind: 'Jenis',
    next: 'Langkah berikutnya',
    due: 'Tenggat',
    status: 'Status',
    progress: 'Langkah',
    steps: (p) => `${p.done} dari ${p.of}`,
    late: (p) => `Terlambat ${p.days} hari`,
    lateCount: (p) => `${p.count} kasus terlambat`,
    all: 'Semua',
    show_open: 'Berjalan',
    show_late: 'Terlambat',
    show_done: 'Selesai',
    show_stopped: 'Dihentikan',
    show: 'Tampilkan',
    ofIntake: (p) => `Hanya ${p.name}`,
    kindFilter: 'Jenis',
    opened: (p) => `Dibuka ${p.day} oleh ${p.by}`,
    closed: (p) => `Ditutup ${p.day} oleh ${p.by}`,
    toEnterprise: 'Lihat usaha',
    stepsTitle: 'Langkah',
    dueOn: (p) => `Tenggat ${p.day}`,
    doneOn: (p) => `Selesai ${p.day} oleh ${p.by}`,
    needsFile: 'Perlu berkas',
    hasFile: 'Lihat berkas',
    own: 'Cara kerja dinas sendiri; tenggatnya bisa diubah.',
    tick: 'Tandai selesai',
    untick: 'Belum selesai',
    tickOf: (p) => `Tandai selesai: ${p.name}`,
    untickOf: (p) => `Tandai belum selesai: ${p.name}`,
    more: 'Catatan, tenggat, berkas',
    moreOf: (p) => `Catatan, tenggat, berkas: ${p.name}`,
    note: 'Catatan',
    dueLabel: 'Tenggat',
    file: 'Berkas',
    fileHint: 'Foto atau PDF, paling besar 10 MB. Tersimpan sebagai berkas usaha ini.',
    save: 'Simpan',
    addStep: 'Tambah langkah',
    stepName: 'Langkah',
    saved: 'Tersimpan.',
    finish: 'Izinnya sudah terbit',
    finishText:
      'Nomornya masuk ke data usaha sebagai berkas bukti, riwayat pembinaan bertambah, dan langkah yang belum dicentang ikut selesai.',
    number: 'Nomor',
    number_halal: 'Nomor sertifikat halal',
    number_pirt: 'Nomor P-IRT',
    number_brand: 'Nomor pendaftaran merek',
    number_other: 'Nomor atau nama hasilnya',
    issuer: 'Penerbit',
    issuedOn: 'Tanggal terbit',
    expiresOn: 'Berlaku sampai',
    certificate: 'Berkas sertifikat',
    finishButton: 'Simpan dan selesaikan',
    finished: 'Selesai: izinnya sudah di data usaha.',
    finishedText: 'Berkas bukti dan riwayat pembinaan sudah tercatat.',
    stop: 'Hentikan kasus ini',
    stopText: 'Catatan dan berkasnya tetap tersimpan. Kasus bisa dilanjutkan lagi.',
    reason: 'Alasan',
    stopped: (p) => `Dihentikan: ${p.reason}`,
    resume: 'Lanjutkan lagi',
    noEnd: 'Kosongkan bila tidak ada batasnya',
    close: 'Tutup',
  },
  en: {
    kind_halal_self_declare: 'Free halal',
    kind_halal_regular: 'Halal, regular',
    kind_pirt: 'P-IRT food permit',
    kind_brand: 'Brand',
    kind_other: 'Other',
    status_open: 'Under way',
    status_done: 'Done',
    status_stopped: 'Stopped',
    title: 'Facilitation cases',
    lead: 'Who is being accompanied until the permit is there. Overdue ones come first.',
    programmes: 'Programmes',
    back: 'Facilitation cases',
    emptyTitle: 'No cases yet',
    emptyText:
      'Cases are opened from Sessions & attendance of a facilitation intake, one click for all participants.',
    nothingFits: 'No case fits',
    enterprise: 'Enterprise',
    kind: 'Kind',
    next: 'Next step',
    due: 'Due',
    status: 'Status',
    progress: 'Steps',
    steps: (p) => `${p.done} of ${p.of}`,
    late: (p) => `${p.days} days overdue`,
    lateCount: (p) => `${p.count} cases overdue`,
    all: 'All',
    show_open: 'Under way',
    show_late: 'Overdue',
    show_done: 'Done',
    show_stopped: 'Stopped',
    show: 'Show',
    ofIntake: (p) => `Only ${p.name}`,
    kindFilter: 'Kind',
    opened: (p) => `Opened ${p.day} by ${p.by}`,
    closed: (p) => `Closed ${p.day} by ${p.by}`,
    toEnterprise: 'See the enterprise',
    stepsTitle: 'Steps',
    dueOn: (p) => `Due ${p.day}`,
    doneOn: (p) => `Done ${p.day} by ${p.by}`,
    needsFile: 'Needs a file',
    hasFile: 'See the file',
    own: 'The office’s own way of working; its due date can be changed.',
    tick: 'Mark as done',
    untick: 'Not done yet',
    tickOf: (p) => `Mark as done: ${p.name}`,
    untickOf: (p) => `Mark as not done yet: ${p.name}`,
    more: 'Note, due date, file',
    moreOf: (p) => `Note, due date, file: ${p.name}`,
    note: 'Note',
    dueLabel: 'Due',
    file: 'File',
    fileHint: 'A photo or PDF of 10 MB at most. It is kept as a file of this enterprise.',
    save: 'Save',
    addStep: 'Add a step',
    stepName: 'Step',
    saved: 'Saved.',
    finish: 'The permit is there',
    finishText:
      'Its number goes into the register as evidence, the support history gets its line, and steps left open count as done.',
    number: 'Number',
    number_halal: 'Halal certificate number',
    number_pirt: 'P-IRT number',
    number_brand: 'Brand registration number',
    number_other: 'Number or name of the result',
    issuer: 'Issuer',
    issuedOn: 'Issued on',
    expiresOn: 'Valid until',
    certificate: 'File of the certificate',
    finishButton: 'Save and finish',
    finished: 'Done: the permit stands in the register.',
    finishedText: 'Evidence and support history are recorded.',
    stop: 'Stop this case',
    stopText: 'Notes and files are kept. It can be taken up again.',
    reason: 'Reason',
    stopped: (p) => `Stopped: ${p.reason}`,
    resume: 'Take it up again',
    noEnd: 'Leave empty if there is no end',
    close: 'Close',
  },
});
