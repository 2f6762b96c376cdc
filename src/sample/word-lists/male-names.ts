/** Name parts of men on the north coast of Central Java, commonest first (own list, no register behind it). */

const words = (text: string): string[] => text.trim().split(/\s+/);

/** One-word Javanese names of the older generation. */
export const MALE_JAVANESE = words(`
  Slamet Sutrisno Kasmuri Suparno Wahyono Sugiyono Supriyanto Suharto Sunarto Tarjono Casmito Suwarno Kasmito Daryono
  Waryono Subekhi Sukirno Rasmono Tarmudi Casmadi Suyatno Wasturi Sujono Karyono Suroso Darsono Tasripin Kaslan Warsito
  Sudarto Ratmono Kusnanto Sumardi Warnoto Rusmanto Sutarjo Casroni Wastono Kardono Tarmono Ngatman Kaswari Dasuki
  Sakdullah Sarmidi Sukarjo Trimo Wagiman Paiman Legiman Kliwon Poniran Ponijan Wakidi Tukiran Tukimin Samidi Sarjono
  Carmadi Caswadi Carmito Tarono Taryadi Rasdi Rasban Kamdani Wahidin Suraji Surip Saryono Jumali Jumadi Rebono Kuswanto
  Sunaryo Suradi Sukamto Suwito Sumarno Suparman Sukardi Sudirman Kustoro Witono Wirano Rakidi`);

/** First part of two-part Javanese names, and names in use across generations. */
export const MALE_COMMON_FIRST = words(`
  Agus Eko Budi Dwi Tri Bambang Heru Joko Teguh Wahyu Untung Yulianto Hari Arif Edi Didik Sigit Yanto Rudi Heri Imam
  Nanang Andi Anton Bayu Catur Danang Dedi Doni Endro Fajar Gunawan Guntur Hendra Indra Irawan Iwan Mulyono Nugroho
  Panca Purwanto Rahmat Ribut Rohadi Roni Sapto Setyo Singgih Susilo Tarno Tedi Totok Triyono Wawan Widodo Winarno Yudi
  Yuli Zaenal Tono Warno Karno Cahyo Galih Gatot Hadi Jarot Kukuh Lilik Aris Ari Asep`);

export const MALE_JAVANESE_SECOND = words(`
  Riyadi Santoso Wibowo Setiawan Prasetyo Hidayat Susanto Purnomo Kurniawan Cahyono Nugroho Raharjo Haryanto Widodo
  Saputro Handoyo Suprapto Utomo Wijaya Priyanto Subagyo Sulistyo Hartono Budiman Wicaksono Kuncoro Prayitno Basuki
  Suryanto Nurcahyo Widianto Pamungkas Sasongko Atmojo Wahyudi Triono Mulyanto Yuwono Supriyadi Sugiarto Yulianto
  Kristanto Waluyo Pranoto Iriyanto Sudibyo Darmawan Sudrajat Gunarto Indarto`);

/** Arabic-Javanese names that stand alone or after Muhammad and Ahmad. */
export const MALE_ARABIC = words(`
  Zaenuri Mukhlisin Khoirul Abidin Rozikin Fauzi Rokhman Muslikhin Munir Saefudin Nurohman Khaerudin Sholikhin Mustofa
  Tohirin Rifai Maskur Ridwan Subkhan Asrori Faturokhman Anwar Amirudin Kholil Mahfud Nasikhin Fatkhul Bisri Makmur
  Ghozali Zamroni Sokhib Masduki Nawawi Muzakki Ismail Yusuf Ibrahim Hasan Husen Soleh Bashori Alwi Toha Mubarok Nasir
  Umar Usman Fadholi Muhaimin Chumaidi Sobirin Khumaedi Zaeni Mujib Muslim Syaiful Saifullah Jazuli Qomarudin Aziz Rosyid
  Mahmud Arifin Fakhrudin Hanafi Imron Idris Lukman Maulana Mughni Muhtarom Musyafa Najib Nurudin Rofiq Romadhon Syafii
  Syukron Taufiq Wildan Yahya Yasin Zuhri Hamzah Haris Ikhsan Irfan Khafid Kharis Latif Burhanudin`);

/** What follows Abdul: one of the names of God. */
export const MALE_ABDUL_SECOND = words(`
  Rohman Rokhim Kholiq Ghofur Hamid Wahab Malik Jalil Aziz Kodir Majid Basir Syukur Rouf Hadi Latif Karim Salam Muin
  Manan Fatah Khamid Wakhid Rozak Mukti Hakim Ghoni Halim Kohar Mujib`);

/** First names of men born since about 1985. */
export const MALE_MODERN_FIRST = words(`
  Rizky Dimas Aditya Fajar Rizal Ilham Bagus Yoga Irfan Reza Andika Arya Angga Galih Ferdi Rendi Deni Aldi Bayu Yusuf
  Fikri Rafi Alfian Bima Dani David Dicky Fahmi Faisal Febri Gilang Hafiz Ivan Jefri Krisna Lutfi Miftah Naufal Nizar
  Okta Panji Raka Riyan Robi Satria Surya Teguh Tegar Vino Wisnu Yogi Zaki Akbar Alvin Azka Danu Eka Farhan Firman Gigih
  Hasbi Ihza Khoirul Nanda Rama Ridho Rifki Syahrul Ulil Wahid`);

export const MALE_MODERN_LAST = words(`
  Pratama Saputra Kurniawan Maulana Hidayat Ramadhan Setiawan Nugraha Firmansyah Prasetya Permana Wijaya Putra Febrianto
  Ardiansyah Hermawan Syahputra Wibisono Mahendra Perdana Fadillah Alfarizi Oktavian Septian Kusuma Gunawan Adi Rahmadani
  Irawan Hakim Fathoni Mubarok Budiarto Fauzan Herlambang Anggara Dwi Utama Yulian Romadhon Aji Khoiri Zulfikar Nurfaizi
  Aprilian Baihaqi`);
