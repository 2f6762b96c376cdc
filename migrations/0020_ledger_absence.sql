-- What was missed of a support, and why: for people to read at the next selection. Nothing sorts or bars by it.

-- {"missed": 2, "excused": 1, "sessions": 3, "reasons": ["Sakit"]}, as whoever marked it said; null: nothing missed, or not known.
alter table support_records add column absence jsonb
  check ((absence ->> 'missed')::int between 1 and (absence ->> 'sessions')::int
    and (absence ->> 'excused')::int between 0 and (absence ->> 'missed')::int
    and jsonb_typeof(absence -> 'reasons') = 'array');
