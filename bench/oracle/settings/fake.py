"""The made-up thousand of Splink's own demonstrations: names, birth date, city, e-mail."""

import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import SettingsCreator, block_on

prepare = """select id as unique_id, lower(first_name) as first_name, lower(surname) as surname, dob, lower(city) as city, lower(email) as email,
  split_part(lower(email), '@', 1) as mailbox from raw"""


# First name and surname are at times exchanged: that counts only where both crossed names agree or one is not said.
def crossed(column, other):
    alike = "jaro_winkler_similarity({}, {}) >= 0.88".format
    return (
        f"({alike(column + '_l', other + '_r')} and coalesce({alike(other + '_l', column + '_r')}, true))"
        f" or ({alike(other + '_l', column + '_r')} and coalesce({alike(column + '_l', other + '_r')}, true))"
    )


def name(column, other):
    return cl.CustomComparison(
        output_column_name=column,
        comparison_levels=[
            cll.NullLevel(column),
            cll.ExactMatchLevel(column, term_frequency_adjustments=True),
            cll.JaroWinklerLevel(column, 0.88),
            cll.CustomLevel(crossed(column, other), "in the other's place"),
            cll.JaroWinklerLevel(column, 0.7),
            cll.ElseLevel(),
        ],
    )


def settings():
    return SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("first_name"),
            block_on("surname"),
            block_on("dob"),
            block_on("email"),
            block_on("mailbox"),
            "l.first_name = r.surname",
            "l.surname = r.first_name",
            block_on("substr(dob, 1, 7)"),
            block_on("substr(dob, 6, 5)"),
            block_on("substr(dob, 1, 4)", "substr(dob, 9, 2)"),
            block_on("substr(first_name, 1, 2)"),
            block_on("substr(surname, 1, 2)"),
            block_on("city", "substr(dob, 1, 4)"),
            block_on("substr(email, 1, 3)"),
        ],
        comparisons=[
            name("first_name", "surname"),
            name("surname", "first_name"),
            cl.CustomComparison(
                output_column_name="dob",
                comparison_levels=[
                    cll.NullLevel("dob"),
                    cll.ExactMatchLevel("dob"),
                    cll.DamerauLevenshteinLevel("dob", 1),
                    cll.DamerauLevenshteinLevel("dob", 2),
                    cll.CustomLevel(
                        "abs(date_diff('day', try_cast(dob_l as date), try_cast(dob_r as date))) <= 400",
                        "within a year",
                    ),
                    cll.CustomLevel(
                        "abs(date_diff('day', try_cast(dob_l as date), try_cast(dob_r as date))) <= 4000",
                        "within ten years",
                    ),
                    cll.ElseLevel(),
                ],
            ),
            cl.CustomComparison(
                output_column_name="city",
                comparison_levels=[
                    cll.NullLevel("city"),
                    cll.ExactMatchLevel("city", term_frequency_adjustments=True),
                    cll.JaroWinklerLevel("city", 0.8),
                    cll.ElseLevel(),
                ],
            ),
            cl.CustomComparison(
                output_column_name="email",
                comparison_levels=[
                    cll.NullLevel("email"),
                    cll.ExactMatchLevel("email", term_frequency_adjustments=True),
                    cll.CustomLevel("mailbox_l = mailbox_r", "mailbox"),
                    cll.JaroWinklerLevel("email", 0.88),
                    cll.ElseLevel(),
                ],
            ),
        ],
    )


training = {
    "deterministic": [block_on("first_name", "dob"), block_on("surname", "dob"), block_on("email")],
    "recall": 0.7,
    "u_pairs": 1e7,
    "em": [block_on("dob"), block_on("email"), block_on("first_name", "surname")],
}
