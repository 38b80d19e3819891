/** A page of documentation, as the addon compiles it. */
declare module '*.mdx' {
  const page: unknown;
  export default page;
}
