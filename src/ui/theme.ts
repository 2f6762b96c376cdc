import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/**
 * Ten shades each, made in OKLCH around the colours of the house (index 7). On light ground 7 to 9 carry text
 * (4.5:1 and more on white, cream and their own 0); on dark ground 0 to 4 do; white may stand on 6 to 9.
 */
const indigo: MantineColorsTuple = [
  '#f0f3fc',
  '#e2e7f9',
  '#c9d3f2',
  '#abb9e4',
  '#8e9fd6',
  '#6a7dba',
  '#5062a0',
  '#27346b',
  '#1c2656',
  '#121b43',
];
const soga: MantineColorsTuple = [
  '#fbf4ee',
  '#f6e8dc',
  '#edd4bf',
  '#dcb99b',
  '#ca9e76',
  '#b38051',
  '#9d6937',
  '#8a5a2b',
  '#71481e',
  '#5a3612',
];
const red: MantineColorsTuple = [
  '#ffefed',
  '#fee0db',
  '#fec4bb',
  '#f6a193',
  '#ea7e6e',
  '#d95b4c',
  '#c94638',
  '#b3382c',
  '#952920',
  '#781b13',
];
const leaf: MantineColorsTuple = [
  '#f0f7f1',
  '#e1f0e3',
  '#c8e3cb',
  '#a5cdab',
  '#83b78c',
  '#5d9a69',
  '#438351',
  '#3e7a4b',
  '#31653c',
  '#204e2b',
];
/** Its own colour, #C98A1B, is too light for words; 7 is what may be read. */
const ochre: MantineColorsTuple = [
  '#fcf6ee',
  '#f9ecdc',
  '#f1dabc',
  '#e6c599',
  '#d7ac73',
  '#c98a1b',
  '#9c6b1a',
  '#8b5d0c',
  '#744c02',
  '#5b3b02',
];
const cream: MantineColorsTuple = [
  '#fbf7ef',
  '#f4ecdd',
  '#e8decb',
  '#d8ccb4',
  '#bfb298',
  '#9f937a',
  '#857c69',
  '#6b6455',
  '#5a5648',
  '#3c392f',
];
const night: MantineColorsTuple = [
  '#efeae0',
  '#d3d0cf',
  '#b9b7c0',
  '#8389ab',
  '#333955',
  '#2a3157',
  '#262b47',
  '#1d2138',
  '#14172a',
  '#101323',
];

export const theme = createTheme({
  colors: { indigo, soga, red, leaf, ochre, cream, gray: cream, dark: night },
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 6 },
  white: '#ffffff',
  black: '#20233a',
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  headings: {
    fontFamily: 'var(--font)',
    fontWeight: '700',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: 'var(--title-lg)', lineHeight: '1.25' },
      h2: { fontSize: 'var(--title-md)', lineHeight: '1.25' },
      h3: { fontSize: 'var(--title-sm)', lineHeight: '1.25' },
      h4: { fontSize: 'var(--text-md)', lineHeight: '1.4' },
    },
  },
  fontSizes: {
    xs: 'var(--text-xs)',
    sm: 'var(--text-sm)',
    md: 'var(--text-md)',
    lg: 'var(--text-lg)',
    xl: 'var(--title-sm)',
  },
  spacing: { xs: 'var(--s2)', sm: 'var(--s3)', md: 'var(--s4)', lg: 'var(--s5)', xl: 'var(--s6)' },
  radius: { md: 'var(--radius)', lg: 'var(--radius-lg)' },
  breakpoints: { xs: '30em', sm: '40em', md: '64em', lg: '80em', xl: '96em' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  components: Object.fromEntries(
    ['Button', 'TextInput', 'Textarea', 'NativeSelect', 'Select', 'MultiSelect', 'Autocomplete'].map(
      (name) => [name, { defaultProps: { size: 'md' } }],
    ),
  ),
});

/** Mantine's own names for ground, words and edges point to tokens.css, which knows light from dark. */
export const tokensAsMantineVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--ground)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--heading)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-placeholder': 'var(--ink-soft)',
    '--mantine-color-anchor': 'var(--link)',
    '--mantine-color-error': 'var(--wrong-ink)',
    '--mantine-color-success': 'var(--done-ink)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--wash)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--edge)',
    '--mantine-color-disabled': 'var(--quiet-wash)',
    '--mantine-color-disabled-color': 'var(--ink-soft)',
    '--mantine-color-disabled-border': 'var(--line)',
  };
  return { variables: {}, light: shared, dark: shared };
};
