"""Historical people with errors, made from public biographies: names, birth date and place, postcode, occupation."""

import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import SettingsCreator, block_on

# Titles and ordinals are no names: "sir thomas adams, 1st baronet" is thomas adams.
prepare = """with words as (
  select *, list_filter(
    string_split_regex(regexp_replace(full_name, '[(),.]', ' ', 'g'), ' +'),
    lambda word: length(word) > 0 and not regexp_matches(word,
      '^(sir|lord|lady|dame|baron|baronet|bt|bart|viscount|earl|duke|duchess|count|countess|marquess|reverend|rev|dr|prof|captain|capt|major|colonel|col|general|hon|mr|mrs|miss|of|the|de|saint|st|sr|jr|snr|jnr|senior|junior|esq|[0-9]+(st|nd|rd|th)|i|ii|iii|iv|v|vi)$')
  ) as name_words from raw)
select id as unique_id, full_name, name_words,
  coalesce(name_words[1], first_name) as first_name,
  case when len(name_words) > 1 then name_words[-1] end as surname,
  dob, substr(dob,1,4) as birth_year, birth_place,
  postcode_fake as postcode, split_part(postcode_fake, ' ', 1) as postcode_district, gender, occupation
  from words"""


def name(column, other):
    return cl.CustomComparison(
        output_column_name=column,
        comparison_levels=[
            cll.NullLevel(column),
            cll.ExactMatchLevel(column, term_frequency_adjustments=True),
            cll.JaroWinklerLevel(column, 0.92),
            cll.CustomLevel(
                f"{column}_l = {other}_r or {other}_l = {column}_r or list_contains(name_words_l, {column}_r) or list_contains(name_words_r, {column}_l)",
                "among the other's words",
            ),
            cll.JaroWinklerLevel(column, 0.8),
            cll.JaroWinklerLevel(column, 0.65),
            cll.ElseLevel(),
        ],
    )


def settings():
    return SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("substr(first_name, 1, 3)", "substr(surname, 1, 4)"),
            block_on("surname", "dob"),
            block_on("first_name", "dob"),
            block_on("postcode", "first_name"),
            block_on("postcode", "surname"),
            block_on("dob", "birth_place"),
            block_on("postcode_district", "dob"),
            block_on("postcode_district", "first_name"),
            block_on("postcode_district", "surname"),
            block_on("substr(first_name, 1, 2)", "substr(surname, 1, 2)", "birth_year"),
            block_on("surname", "birth_place"),
            block_on("first_name", "birth_place"),
            block_on("postcode", "birth_place"),
            block_on("postcode", "dob"),
            block_on("postcode", "birth_year"),
            block_on("birth_place", "birth_year"),
            block_on("postcode_district", "birth_year"),
            block_on("surname", "birth_year"),
            block_on("surname", "occupation"),
            block_on("birth_place", "occupation"),
            block_on("birth_place", "substr(surname, 1, 2)"),
            block_on("birth_place", "substr(first_name, 1, 2)"),
        ],
        comparisons=[
            name("first_name", "surname"),
            name("surname", "first_name"),
            cl.CustomComparison(
                output_column_name="dob",
                comparison_levels=[
                    cll.NullLevel("dob"),
                    cll.ExactMatchLevel("dob", term_frequency_adjustments=True),
                    cll.DamerauLevenshteinLevel("dob", 1),
                    cll.DamerauLevenshteinLevel("dob", 2),
                    cll.CustomLevel("birth_year_l = birth_year_r", "year"),
                    cll.ElseLevel(),
                ],
            ),
            cl.CustomComparison(
                output_column_name="place",
                comparison_levels=[
                    cll.CustomLevel(
                        "(postcode_l is null or postcode_r is null) and (birth_place_l is null or birth_place_r is null)",
                        "null",
                    ).configure(is_null_level=True),
                    cll.CustomLevel(
                        "postcode_l = postcode_r and birth_place_l = birth_place_r", "both"
                    ).configure(tf_adjustment_column="postcode"),
                    cll.CustomLevel("postcode_l = postcode_r", "postcode").configure(
                        tf_adjustment_column="postcode"
                    ),
                    cll.CustomLevel("levenshtein(postcode_l, postcode_r) <= 1", "postcode close"),
                    cll.CustomLevel(
                        "postcode_district_l = postcode_district_r and birth_place_l = birth_place_r",
                        "district and birth place",
                    ).configure(tf_adjustment_column="birth_place"),
                    cll.CustomLevel("postcode_district_l = postcode_district_r", "district").configure(
                        tf_adjustment_column="postcode_district"
                    ),
                    cll.CustomLevel("birth_place_l = birth_place_r", "birth place").configure(
                        tf_adjustment_column="birth_place"
                    ),
                    cll.CustomLevel("substr(postcode_l,1,2) = substr(postcode_r,1,2)", "area"),
                    cll.CustomLevel(
                        "jaro_winkler_similarity(birth_place_l, birth_place_r) >= 0.88", "birth place close"
                    ),
                    cll.ElseLevel(),
                ],
            ),
            cl.ExactMatch("occupation").configure(term_frequency_adjustments=True),
            cl.ExactMatch("gender"),
        ],
    )


training = {
    "deterministic": [
        "l.first_name = r.first_name and levenshtein(r.dob, l.dob) <= 1",
        "l.surname = r.surname and levenshtein(r.dob, l.dob) <= 1",
        "l.first_name = r.first_name and levenshtein(r.surname, l.surname) <= 2",
    ],
    "recall": 0.6,
    "u_pairs": 5e6,
    "em": [block_on("first_name", "surname"), block_on("dob"), block_on("postcode")],
}
