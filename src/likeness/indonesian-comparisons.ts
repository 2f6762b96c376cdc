import type { ComparisonSettings } from '#linkage/settings.ts';

/**
 * How Indonesian records are compared; names of comparisons and levels are those that clerical review explains in
 * words. `column` is the column's name or expression.
 */
export const compareNik = (column: string): ComparisonSettings => ({
  name: 'nik',
  column,
  levels: [
    { name: 'exact', when: 'exact' },
    { name: 'one_digit', when: { damerau_levenshtein: 1 } },
    { name: 'same_birth', when: { exact: `${column}|nik-birth` } },
    { name: 'two_digits', when: { damerau_levenshtein: 2 } },
  ],
  termFrequency: true,
});

export const compareNib = (column: string): ComparisonSettings => ({
  name: 'nib',
  column,
  levels: [
    { name: 'exact', when: 'exact' },
    { name: 'one_digit', when: { damerau_levenshtein: 1 } },
  ],
  termFrequency: true,
});

export const comparePersonName = (column: string): ComparisonSettings => ({
  name: 'person_name',
  column: `${column}|person`,
  levels: [
    { name: 'exact', when: 'exact' },
    {
      name: 'same_words',
      when: { any: [{ exact: `${column}|person-compact` }, { exact: `${column}|person-sorted` }] },
    },
    { name: 'sounds_alike', when: { exact: `${column}|person-sound` } },
    { name: 'close', when: { shared_words: 8, share: 0.95 } },
    { name: 'close', when: { jaro_winkler: 0.93 } },
    { name: 'partial', when: { shared_words: 5, share: 0.8 } },
    { name: 'partial', when: { shared_words: 5 } },
    { name: 'partial', when: { jaro_winkler: 0.82 } },
  ],
  termFrequency: true,
});

/** @param owner column of the owner's name: what a business shares by being called after its owner says little */
export const compareBusinessName = (column: string, owner: string | null): ComparisonSettings => {
  const proper = owner === null ? `${column}|business` : `${column}|business - ${owner}|person`;
  return {
    name: 'business_name',
    column: `${column}|business`,
    levels: [
      { name: 'exact', when: 'exact' },
      {
        name: 'same_words',
        when: {
          any: [
            { exact: `${column}|business-compact` },
            { exact: `${column}|business-sorted` },
            { exact: `${column}|business-sound` },
          ],
        },
      },
      {
        name: 'close',
        when: { any: [{ jaro_winkler: 0.92 }, { shared_words: 8, share: 0.9, column: proper }] },
      },
      { name: 'partial', when: { shared_words: 4, column: proper } },
    ],
    termFrequency: true,
  };
};

/** @param all column of all numbers of a person, a space between, where several are known */
export const comparePhone = (column: string, all: string | null = null): ComparisonSettings => ({
  name: 'phone',
  column: `${column}|phone`,
  levels: [
    { name: 'exact', when: 'exact' },
    ...(all === null ? [] : [{ name: 'exact', when: { token_overlap: 0.01, column: all } }]),
    { name: 'one_digit', when: { damerau_levenshtein: 1 } },
  ],
  termFrequency: true,
});

export const compareBirthDate = (column: string): ComparisonSettings => ({
  name: 'birth_date',
  column,
  levels: [
    { name: 'exact', when: 'exact' },
    { name: 'close', when: { damerau_levenshtein: 1 } },
    { name: 'close', when: { any: [{ damerau_levenshtein: 2 }, { exact: `${column}|year-month` }] } },
    { name: 'same_year', when: { exact: `${column}|year` } },
  ],
});

export const compareSex = (column: string): ComparisonSettings => ({
  name: 'sex',
  column,
  levels: [{ name: 'same', when: 'exact' }],
});

/** @param column Kemendagri code of the village, 33.75.01.1001 */
export const compareVillage = (column: string): ComparisonSettings => ({
  name: 'village',
  column,
  levels: [
    { name: 'same', when: 'exact' },
    { name: 'same_district', when: { prefix: 8 } },
  ],
  termFrequency: true,
});

export const compareRtRw = (column: string): ComparisonSettings => ({
  name: 'rt_rw',
  column,
  levels: [{ name: 'same', when: 'exact' }],
});

export const compareAddress = (column: string): ComparisonSettings => ({
  name: 'address',
  column: `${column}|address-place`,
  levels: [
    { name: 'same', when: 'exact' },
    { name: 'close', when: { any: [{ jaro_winkler: 0.92 }, { shared_words: 8, share: 0.8 }] } },
    { name: 'close', when: { shared_words: 5 } },
  ],
  termFrequency: true,
});

export const compareActivity = (column: string): ComparisonSettings => ({
  name: 'activity',
  column,
  levels: [
    { name: 'same', when: 'exact' },
    { name: 'close', when: { any: [{ jaro_winkler: 0.9 }, { shared_words: 4 }] } },
  ],
  termFrequency: true,
});

/**
 * @param column KBLI code, finer digits last
 * @param activity column of what the business does in words: its usual code corrects a wrong one
 */
export const compareCategory = (column: string, activity: string | null): ComparisonSettings => {
  const usual = activity === null ? column : `${activity} ~ ${column}`;
  return {
    name: 'category',
    column: usual,
    levels: [
      { name: 'same', when: 'exact' },
      { name: 'same_group', when: { any: [{ prefix: 3 }, { exact: column }] } },
      { name: 'same_division', when: { prefix: 2 } },
    ],
    termFrequency: true,
  };
};
