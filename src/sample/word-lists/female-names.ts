/** Name parts of women on the north coast of Central Java, commonest first (own list, no register behind it). */

const words = (text: string): string[] => text.trim().split(/\s+/);

/** One-word Javanese names of the older generation. */
export const FEMALE_JAVANESE = words(`
  Kuswati Rasminah Sumarni Suparti Casmini Sutinah Daryati Warsinah Tarwiyah Suwarni Rumini Sukarti Tumini Kasminah
  Casriyah Kartini Suryati Rukmini Supriyati Tarmini Waryati Sulastri Ngatini Sukinah Darsini Tasmiyah Karsini Wasriyah
  Rasmini Taryuni Carmini Carniti Kasmirah Wastinah Sumiyati Sutarmi Partini Paini Legiyem Wagiyem Poniyem Tukinem Saminah
  Sarmini Kamsinah Kliwati Jumiyati Juminten Rebi Surati Sudarmi Sukesi Sutini Rusmini Rusmiyati Wartini Warniti Kusmiyati
  Casmuti Darmi Ratini Rasiti Tarmi Tuniti Sunarti Sunarsih Suharti Sugiyarti Hartati Haryati Murni Murtini Mulyati Winarti
  Winarsih Yatini Yatmi Rubiyah Rukiyah Turinah Tunipah Wakiah Ponirah Danuri Damuri`);

/** First part of two-part names in use across generations. */
export const FEMALE_COMMON_FIRST = words(`
  Sri Siti Nur Endang Dwi Tri Eni Ida Lilis Titik Yuli Umi Wiwik Yuni Rini Ratna Eka Retno Ari Dewi Tuti Susi Ani Erna
  Nining Indah Wahyu Lestari Kristina Anik Evi Heni Indri Ika Iin Lina Lilik Maya Mei Mila Mira Muji Naning Novi Nunung
  Peni Puji Rahayu Reni Rina Rita Santi Sari Septi Tatik Uci Vera Wati Wulan Yanti Yeni Zulfa Atik Asih`);

export const FEMALE_JAVANESE_SECOND = words(`
  Wahyuni Lestari Rahayu Handayani Hartati Astuti Setyowati Susilowati Purwanti Mulyani Suryani Ningsih Wulandari
  Kurniasih Haryanti Yulianti Utami Widiastuti Sulistyowati Kusumawati Pujiastuti Nurhayati Puspitasari Indriyani
  Setianingsih Rahmawati Winarni Hastuti Fitriani Mardiana Susanti Ratnasari Yuliana Kartikasari Wijayanti Marlina
  Budiarti Andriani Iriyani Hapsari Prihatin Mulyaningsih Wigati Sundari Hidayati Palupi Agustina Suprihatin`);

/** Arabic-Javanese names that stand alone or after Siti, Nur and Umi. */
export const FEMALE_ARABIC = words(`
  Khotijah Rokhmah Aminah Aisyah Khasanah Fatimah Maesaroh Muslikhah Rodiyah Sofiyah Khoiriyah Zulaikha Mutmainah Umaroh
  Nafisah Rofiqoh Munawaroh Kholifah Masruroh Maftukhah Solikhah Mukaromah Zubaidah Nadhiroh Istiqomah Rohmatun Alfiyah
  Asiyah Badriyah Chamidah Faizah Fadhilah Farida Ghoniyah Halimah Hamidah Hanifah Inayah Isnaeni Jamilah Jannah Karimah
  Khafidhoh Laila Lutfiyah Mahmudah Malikhah Maryam Marfuah Mualimah Musyarofah Nikmah Nurjanah Qomariyah Rodhiyah Rokayah
  Romlah Sakinah Salamah Saodah Syarifah Tsaniyah Ulfah Ummu Wasilah Wardah Yamamah Zaenab Zahroh Zakiyah Zumaroh Ainiyah`);

/** First names of women born since about 1985. */
export const FEMALE_MODERN_FIRST = words(`
  Dewi Ayu Putri Nurul Rizka Fitri Dian Anisa Novita Intan Lia Desi Amalia Alfi Aprilia Bella Citra Diah Dina Dinda Elsa
  Erika Fani Fatma Febriana Feni Hana Ilma Indana Irma Ismi Kiki Khusnul Laila Linda Lulu Maulida Mega Melati Nabila Nadia
  Naila Niken Nila Nisa Oktavia Puput Rara Resti Rika Riska Rosa Safira Salsa Septiana Shinta Silvi Tania Tiara Tika Ulfa
  Vina Widya Wilda Winda Yulia Zahra Zulfa Faradila Ririn`);

export const FEMALE_MODERN_LAST = words(`
  Lestari Wulandari Puspitasari Rahmawati Permatasari Safitri Anggraini Maharani Oktaviani Ramadhani Fitriyani Febrianti
  Kusuma Aulia Azizah Damayanti Fadilah Hasanah Hidayah Khasanah Kurniawati Larasati Maulidya Mawarni Melani Nabila
  Novitasari Nuraini Nurjanah Octavia Pangestu Pertiwi Pratiwi Purnamasari Rahayu Ramadhanti Saputri Septiani Setyaningrum
  Silvia Susilowati Utami Yuliana Zahro Zulaikha Amaliyah Apriliani Arifah Islamiyah Widyastuti`);
