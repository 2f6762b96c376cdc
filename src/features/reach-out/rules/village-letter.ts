/** A letter to one kelurahan with the names of those whom it is to tell. */
export type PrintedVillageLetter = {
  officeName: string;
  title: string;
  villageName: string;
  districtName: string | null;
  /** `YYYY-MM-DD` */
  day: string;
  message: string;
  people: {
    ownerName: string | null;
    enterprises: string;
    rt: string | null;
    rw: string | null;
    address: string | null;
  }[];
};
