/** Words from which invented shops are named, commonest first. */

const words = (text: string): string[] => text.trim().split(/\s+/);

export const HOPEFUL_WORDS = words(`
  Berkah Barokah Jaya Makmur Rejeki Mulya Sejahtera Lancar Maju Sumber Sido Mekar Rahayu Abadi Sentosa Utama Baru Lestari
  Amanah Tentrem Langgeng Laris Murah Subur Sari Rizki Anugerah Cahaya Bintang Fajar Mandiri Mitra Karya Putra Putri
  Mekarsari Gemilang Nusantara Pesisir Samudra Bahari Kencana Permata Mutiara Melati Kenanga Cempaka Anggrek Teratai
  Pelangi Purnama Surya Mentari Tunggal Manunggal Rukun Guyub Setia Kinasih Asri Asih Ayem Gayeng Sumringah Sekar Sekarwangi
  Widuri Larasati Kusuma Adiluhung Pusaka Wahyu Restu Ridho Ikhlas Istiqomah Alhidayah Azzahra Salsabila Arrahman Assyifa
  Tirta Segara Kembang Nyiur Delima Intan Zamrud Kartika Bayu Candra Nirwana Pandan Wangi Sugih Waras Slamet Luhur`);

export const MODERN_BRANDS = words(`
  Kanaya Nadira Alula Ruma Teman Selera Dapoer Omah Ndalem Griya Rumaos Kalana Senja Arutala Lentera Sinar Naya Zafira
  Shaquila Hanania Almeera Adeeva Raline Syakira Kirana Aruna Nara Ayana Sahara Rinjani Anindya Gendhis Laras Wastra
  Kriya Rupa Ragam Sogan Nila Canting Malam Tjanting Soga Latar Pesona Jlamprang Buketan Sriti Gayatri`);

/** How neighbours call an owner in the name of a small stall. */
export const CALLS = { male: ['Pak', 'Mas', 'Kang', 'Lek'], female: ['Bu', 'Mbak', 'Mak', 'Yu'] } as const;

/** Names of groups. */
export const GROUP_WORDS = words(`
  Rukun Makmur Mekar Sejahtera Lestari Barokah Sumber Mulyo Ngudi Rejeki Tani Mina Bahari Karya Manunggal Guyub Wanodya
  Srikandi Kartini Melati Mawar Kenanga`);
