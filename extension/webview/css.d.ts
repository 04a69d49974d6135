// Style sheets are imported for the bundler, which writes them beside the script of each page.
declare module '*.css';
