"""What lists of Indonesian enterprises share: cleaning by SQL, comparisons and blocking rules.

Names: titles and degrees off, the many ways of writing Muhammad, Ahmad, Abdul, Siti and Nur made one, and a spelling
that sounds alike (oe → u, tj → c, kh → h, f → p, …). What a user of Splink who knows the country would write.
"""

import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import block_on

TITLES = (
    "H HJ HAJI HAJJAH KH UST USTADZ BP BPK BAPAK SDR SDRI SDRA TN NY NYONYA TUAN IBU BU PAK ALM ALMH DRS DRA DR IR PROF "
    "SPD SE SH AMD SAG SKOM SSOS MM MPD SP SPT"
).split()
MUHAMMAD = "M MOH MOCH MUH MHD MUKH MOHAMAD MUCHAMMAD MUHAMAD MUKHAMAD MOCHAMAD MOHAMMAD MUHAMMAD MOCHAMMAD MUHAMMMAD".split()
AHMAD = "A AKH ACH ACHMAD AKHMAD AHMAD".split()
ABDUL = "ABD ABDUL ABDOEL".split()
SITI = "ST STI S SITI".split()
NUR = "NUR NOER NOOR N".split()


def among(words):
    return "(" + ", ".join(f"'{word}'" for word in words) + ")"


def folded(expression):
    """Letters that stand for one sound."""
    for pattern, to in [
        ("OE", "U"),
        ("TJ", "C"),
        ("DJ", "J"),
        ("KH", "H"),
        ("CH", "H"),
        ("SY", "S"),
        ("SH", "S"),
        ("DZ", "J"),
        ("Z", "J"),
        ("DH", "D"),
        ("DL", "D"),
        ("TH", "T"),
        ("Q", "K"),
        ("GH", "G"),
        ("[FV]", "P"),
        ("AE", "AI"),
        ("E", "I"),
        ("IE", "I"),
        ("X", "KS"),
        ("Y", "I"),
        ("O", "A"),
        ("W", "U"),
        ("H", ""),
        *((f"{letter}{letter}+", letter) for letter in "ABCDGIJKLMNPRSTU"),
    ]:
        expression = f"regexp_replace({expression}, '{pattern}', '{to}', 'g')"
    return expression


def prepare(with_business):
    """SQL over `raw`. A list without names of businesses leaves that column out."""
    business = "upper(business_name) as business_name," if with_business else ""
    return f"""
with words as (
  select *, list_filter(
    string_split_regex(
      regexp_replace(regexp_replace(replace(upper(name), '.', case when regexp_matches(upper(name), '[A-Z]\\.[A-Z]{{2,}}( |$)') then ' ' else '' end),
        '\\b(BIN|BINTI|ALS|ALIAS)\\b.*$', ''), '[^A-Z ]', ' ', 'g'), ' +'),
    lambda word: length(word) > 0 and word not in {among(TITLES)}) as all_words
  from raw
), given as (
  select *, list_concat(
    case
      when len(all_words) < 2 then all_words[1:1]
      when all_words[1] in {among(MUHAMMAD)} then ['MUHAMMAD']
      when all_words[1] in {among(AHMAD)} then ['AHMAD']
      when all_words[1] in {among(ABDUL)} then ['ABDUL']
      when all_words[1] in {among(SITI)} then ['SITI']
      when all_words[1] in {among(NUR)} then ['NUR']
      else all_words[1:1] end,
    all_words[2:]) as name_words
  from words
)
select id as unique_id,
  nullif(array_to_string(name_words, ' '), '') as name,
  nullif({folded("array_to_string(name_words, '')")}, '') as sound,
  nullif(array_to_string(list_sort(list_transform(name_words, lambda word: {folded("word")})), ' '), '') as sorted_sound,
  nullif({folded("name_words[1]")}, '') as first_sound,
  nullif({folded("name_words[-1]")}, '') as last_sound,
  list_transform(name_words, lambda word: {folded("word")}) as sounds,
  nik, nib, phone, birth_date, sex, village, rt, rw, upper(address) as address, {business} lower(rtrim(activity, '.')) as activity, kbli,
  substr(nik, 1, 12) as nik_birth, substr(birth_date, 1, 7) as birth_month, substr(birth_date, 1, 4) as birth_year,
  regexp_replace(regexp_replace(upper(address), '[ ,]*(RT|RW)?[ .]*[0-9]+ *[/ ].*$', ''), '^(DK|DUKUH|DSN|JL|JLN|JALAN)[. ]+', '') as street
from given"""


def comparisons(with_business):
    name = cl.CustomComparison(
        output_column_name="sound",
        comparison_levels=[
            cll.NullLevel("sound"),
            cll.ExactMatchLevel("sound", term_frequency_adjustments=True),
            cll.CustomLevel("sorted_sound_l = sorted_sound_r", "same words").configure(
                tf_adjustment_column="sorted_sound"
            ),
            cll.JaroWinklerLevel("sound", 0.94),
            cll.CustomLevel(
                "len(list_intersect(sounds_l, sounds_r)) = least(len(sounds_l), len(sounds_r)) and len(sounds_l) <> len(sounds_r)",
                "one holds the other",
            ),
            cll.JaroWinklerLevel("sound", 0.87),
            cll.CustomLevel("first_sound_l = first_sound_r or last_sound_l = last_sound_r", "one word"),
            cll.JaroWinklerLevel("sound", 0.75),
            cll.ElseLevel(),
        ],
    )
    nik = cl.CustomComparison(
        output_column_name="nik",
        comparison_levels=[
            cll.NullLevel("nik"),
            cll.ExactMatchLevel("nik"),
            cll.DamerauLevenshteinLevel("nik", 1),
            cll.CustomLevel("nik_birth_l = nik_birth_r", "same region, birth date and sex"),
            cll.ElseLevel(),
        ],
    )
    birth = cl.CustomComparison(
        output_column_name="birth_date",
        comparison_levels=[
            cll.NullLevel("birth_date"),
            cll.ExactMatchLevel("birth_date"),
            cll.CustomLevel(
                "birth_year_l = birth_year_r and substr(birth_date_l, 6, 2) = substr(birth_date_r, 9, 2) and substr(birth_date_l, 9, 2) = substr(birth_date_r, 6, 2)",
                "day and month exchanged",
            ),
            cll.DamerauLevenshteinLevel("birth_date", 1),
            cll.CustomLevel("birth_year_l = birth_year_r", "year"),
            cll.ElseLevel(),
        ],
    )
    place = cl.CustomComparison(
        output_column_name="place",
        comparison_levels=[
            cll.NullLevel("village"),
            cll.CustomLevel(
                "village_l = village_r and rt_l = rt_r and rw_l = rw_r and street_l = street_r",
                "village, RT, RW, street",
            ),
            cll.CustomLevel("village_l = village_r and rt_l = rt_r and rw_l = rw_r", "village, RT, RW"),
            cll.CustomLevel(
                "village_l = village_r and (rw_l = rw_r or street_l = street_r)", "village, RW or street"
            ),
            cll.ExactMatchLevel("village", term_frequency_adjustments=True),
            cll.CustomLevel("substr(village_l, 1, 8) = substr(village_r, 1, 8)", "district"),
            cll.ElseLevel(),
        ],
    )
    phone = cl.CustomComparison(
        output_column_name="phone",
        comparison_levels=[
            cll.NullLevel("phone"),
            cll.ExactMatchLevel("phone", term_frequency_adjustments=True),
            cll.DamerauLevenshteinLevel("phone", 1),
            cll.ElseLevel(),
        ],
    )
    activity = cl.CustomComparison(
        output_column_name="activity",
        comparison_levels=[
            cll.NullLevel("activity"),
            cll.ExactMatchLevel("activity", term_frequency_adjustments=True),
            cll.CustomLevel("kbli_l = kbli_r", "line of business").configure(tf_adjustment_column="kbli"),
            cll.CustomLevel(
                "len(list_intersect(string_split(activity_l, ' '), string_split(activity_r, ' '))) > 0",
                "a word",
            ),
            cll.CustomLevel("substr(kbli_l, 1, 2) = substr(kbli_r, 1, 2)", "division"),
            cll.ElseLevel(),
        ],
    )
    nib = cl.CustomComparison(
        output_column_name="nib",
        comparison_levels=[
            cll.NullLevel("nib"),
            cll.ExactMatchLevel("nib"),
            cll.ElseLevel(),
        ],
    )
    business = cl.CustomComparison(
        output_column_name="business_name",
        comparison_levels=[
            cll.NullLevel("business_name"),
            cll.ExactMatchLevel("business_name", term_frequency_adjustments=True),
            cll.JaroWinklerLevel("business_name", 0.9),
            cll.CustomLevel(
                "len(list_intersect(string_split(business_name_l, ' '), string_split(business_name_r, ' '))) > 0",
                "a word",
            ),
            cll.ElseLevel(),
        ],
    )
    sex = cl.ExactMatch("sex")
    return [name, nik, birth, place, phone, activity, nib, sex] + ([business] if with_business else [])


def blocking(with_business):
    return [
        block_on("nik"),
        block_on("nib"),
        block_on("phone", "village"),
        block_on("phone", "first_sound"),
        block_on("sound", "village"),
        block_on("sound", "birth_date"),
        block_on("sorted_sound", "village"),
        block_on("birth_date", "village"),
        block_on("birth_date", "first_sound"),
        block_on("nik_birth"),
        block_on("village", "rt", "rw", "first_sound"),
        block_on("village", "rw", "last_sound"),
        block_on("village", "birth_year", "substr(sound, 1, 3)"),
        block_on("village", "birth_month"),
        block_on("village", "activity", "substr(sound, 1, 3)"),
        block_on("phone", "birth_date"),
        block_on("sorted_sound", "phone"),
    ] + ([block_on("business_name", "village")] if with_business else [])


training = {
    "deterministic": [block_on("nik"), block_on("sound", "birth_date"), block_on("sound", "phone")],
    "recall": 0.95,
    "u_pairs": 5e6,
    "em": [block_on("nik"), block_on("sound", "birth_date")],
}
