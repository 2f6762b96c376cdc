/** The frame that holds the cloth, with one kawung flower on it. */
export function BrandMark({ size = 30 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#27346b" />
      <path d="M4.5 8.5h23M7.5 6v21M24.5 6v21" stroke="#e6c599" strokeWidth="2.2" strokeLinecap="round" />
      <path d="M10 9.600h12v12.600q-3 1.800-6 0t-6 0Z" fill="#fbf7ef" />
      <path
        d="M16 15.700c0-2.400-1.500-3.700-3.700-3.700 0 2.200 1.300 3.700 3.700 3.700Zm0 0c0-2.400 1.500-3.700 3.700-3.700 0 2.200-1.300 3.700-3.700 3.700Zm0 0c0 2.400 1.500 3.700 3.700 3.700 0-2.200-1.300-3.700-3.700-3.700Zm0 0c0 2.400-1.500 3.700-3.700 3.700 0-2.200 1.300-3.700 3.700-3.700Z"
        fill="#b3382c"
      />
    </svg>
  );
}
