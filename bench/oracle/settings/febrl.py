"""FEBRL's invented Australians (data sets 1 to 3 share their columns)."""

import splink.comparison_library as cl
from splink import SettingsCreator, block_on

# rec_id, given_name, surname, street_number, address_1, address_2, suburb, postcode, state, date_of_birth, soc_sec_id
prepare = """select id as unique_id, given_name, surname, street_number, address_1, address_2, suburb, postcode, state,
  date_of_birth, soc_sec_id from raw"""


def settings():
    return SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("soc_sec_id"),
            block_on("given_name", "surname"),
            block_on("date_of_birth"),
            block_on("given_name", "postcode"),
            block_on("surname", "postcode"),
            "l.given_name = r.surname and l.surname = r.given_name",
            block_on("postcode", "suburb"),
            block_on("street_number", "address_1"),
            block_on("suburb", "given_name"),
            block_on("substr(soc_sec_id, 1, 4)", "substr(date_of_birth, 1, 4)"),
        ],
        comparisons=[
            cl.NameComparison("given_name"),
            cl.NameComparison("surname"),
            cl.DamerauLevenshteinAtThresholds("date_of_birth", [1, 2]),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
            cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("address_1", [0.9, 0.7]).configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("suburb", [0.9, 0.7]).configure(term_frequency_adjustments=True),
            cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]).configure(term_frequency_adjustments=True),
        ],
    )


training = {
    "deterministic": [
        block_on("soc_sec_id"),
        block_on("given_name", "surname", "date_of_birth"),
    ],
    "recall": 0.9,
    "u_pairs": 1e7,
    "em": [block_on("soc_sec_id"), block_on("surname", "given_name"), block_on("date_of_birth")],
}
