"""One list of enterprises with duplicates."""

import indonesian
from splink import SettingsCreator

prepare = indonesian.prepare(with_business=True)
training = indonesian.training
# Everything about the owner agrees where one owner has two businesses, and no sum of weights sets that right.
veto = """coalesce(l.nib <> r.nib, false)
  or (coalesce(l.nib <> r.nib, true) and (
    coalesce(jaro_winkler_similarity(l.business_name, r.business_name) < 0.9, false)
    or (l.business_name is null or r.business_name is null)
      and substr(l.kbli, 1, 2) <> substr(r.kbli, 1, 2)))"""


def settings():
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=indonesian.comparisons(with_business=True),
        blocking_rules_to_generate_predictions=indonesian.blocking(with_business=True),
    )
