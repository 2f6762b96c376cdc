/** One icon per file: the package's main entry costs the server 160 ms and 60 MB, and type checking 8 MB of text. */
declare module '@tabler/icons-react/dist/esm/icons/*.mjs' {
  const icon: import('./icon.tsx').IconType;
  export default icon;
}
