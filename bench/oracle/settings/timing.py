"""To be timed beside bench/linkage-settings/timing.json: the same comparisons, and blocking by columns as they stand."""

import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import SettingsCreator, block_on

prepare = """select id as unique_id, plain_name, nik, nib, phone, birth_date, birth_year, sex, village, rw,
  lower(address) as address, lower(business_name) as business_name, lower(activity) as activity, kbli, sound, sound_start from raw"""


def compare(column, *levels, frequency=False):
    return cl.CustomComparison(
        output_column_name=column,
        comparison_levels=[
            cll.NullLevel(column),
            cll.ExactMatchLevel(column, term_frequency_adjustments=frequency),
            *levels,
            cll.ElseLevel(),
        ],
    )


def settings():
    return SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("nik"),
            block_on("nib"),
            block_on("phone"),
            block_on("sound", "village"),
            block_on("birth_date", "village"),
            block_on("birth_date", "sound_start"),
            block_on("sound", "birth_year"),
            block_on("village", "rw", "sound_start"),
            block_on("village", "birth_year", "sex", "rw"),
            block_on("business_name", "kbli"),
        ],
        comparisons=[
            compare(
                "plain_name",
                cll.JaroWinklerLevel("plain_name", 0.92),
                cll.JaroWinklerLevel("plain_name", 0.8),
                frequency=True,
            ),
            compare("nik", cll.DamerauLevenshteinLevel("nik", 1)),
            compare(
                "birth_date", cll.DamerauLevenshteinLevel("birth_date", 1), cll.ExactMatchLevel("birth_year")
            ),
            compare("phone", cll.DamerauLevenshteinLevel("phone", 1), frequency=True),
            compare("village", frequency=True),
            compare("address", cll.JaroWinklerLevel("address", 0.9)),
            compare("business_name", cll.JaroWinklerLevel("business_name", 0.9), frequency=True),
            compare("activity", frequency=True),
        ],
    )


training = {
    "deterministic": [block_on("nik"), block_on("plain_name", "birth_date"), block_on("plain_name", "phone")],
    "recall": 0.95,
    "u_pairs": 1e6,
    "em": [block_on("nik"), block_on("plain_name", "birth_date")],
}
