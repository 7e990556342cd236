/** What the server knows each operation by: the SHA-256 of its text. */
export const HASHES: Readonly<Record<string, string>> = {
  Landing: "0633880bf40e8fb8fdd5a81593cb62a5c904a7fd22dca6bd7687e1db1718272e",
  RequestMagicLink: "c7003be1c9031e3419f0bbb54e809ff015658dd631e1cb2e83e91e1b6769959b",
  SetLocale: "d1689f0d2b3c8d622c98c828777f60db828e53f039fc2cee836786808b8cea6e",
  SignOut: "6c18a78f0776c8534e0fa84426f849cda93c7d3f94ce05860ddcf0f29a9e60ba",
};
