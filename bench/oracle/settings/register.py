"""A register of enterprises against a list of aid recipients, which names no businesses."""

import indonesian
from splink import SettingsCreator

prepare = indonesian.prepare(with_business=False)
training = indonesian.training
veto = "l.nib <> r.nib"
# A row of the list is about one enterprise: of an owner's two, the one whose line of business fits better.
one_left = True


def settings():
    return SettingsCreator(
        link_type="link_only",
        comparisons=indonesian.comparisons(with_business=False),
        blocking_rules_to_generate_predictions=indonesian.blocking(with_business=False),
    )
