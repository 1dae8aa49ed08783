/**
 * Reads and checks the token of a printed QR code: a CBOR map in a COSE_Sign1, signed with Ed25519.
 *
 * The decoder takes what our tokens hold and nothing else: whole lengths, no floats, nothing after the end.
 */
export class TokenError extends Error {}

const SIGN1 = 18, ALGORITHM = 1, KEY_NAME = 4, EDDSA = -8, MOST_LETTERS = 2000, DEEPEST = 4;
const KEY_BYTES = 34; // two say that it is Ed25519
const letters = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

export function fromBase64(text) {
  if (!/^[\w-]*$/.test(text) || text.length > MOST_LETTERS) throw new TokenError("letters");
  try {
    return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (char) => char.charCodeAt(0));
  } catch { throw new TokenError("base64"); }
}

class Reader {
  constructor(bytes) { this.bytes = bytes; this.at = 0; this.depth = 0; }

  take(count) {
    if (this.at + count > this.bytes.length) throw new TokenError("too short");
    return this.bytes.subarray(this.at, this.at += count);
  }

  size(short) {
    if (short < 24) return short;
    if (short > 27) throw new TokenError("open length");
    const size = this.take(1 << (short - 24)).reduce((sum, byte) => sum * 256 + byte, 0);
    if (!Number.isSafeInteger(size)) throw new TokenError("too large");
    return size;
  }

  item() {
    if (++this.depth > DEEPEST) throw new TokenError("too deep");
    const [first] = this.take(1), value = this.read(first >> 5, this.size(first & 31));
    this.depth -= 1;
    return value;
  }

  read(kind, size) {
    switch (kind) {
      case 0: return size;
      case 1: return -1 - size;
      case 2: return this.take(size);
      case 3: return new TextDecoder("utf-8", { fatal: true }).decode(this.take(size));
      case 4: return Array.from({ length: Math.min(size, 99) }, () => this.item());
      case 5: return new Map(Array.from({ length: Math.min(size, 99) }, () => [this.item(), this.item()]));
      case 6: return { tag: size, value: this.item() };
      default: throw new TokenError("kind");
    }
  }
}

function only(bytes) {
  const reader = new Reader(bytes), value = reader.item();
  if (reader.at !== bytes.length) throw new TokenError("something follows");
  return value;
}

function head(kind, size) {
  if (size < 24) return [kind << 5 | size];
  return size < 256 ? [kind << 5 | 24, size] : [kind << 5 | 25, size >> 8, size & 255];
}

function toSign(header, payload) {
  const context = new TextEncoder().encode("Signature1");
  return Uint8Array.from([
    ...head(4, 4), ...head(3, context.length), ...context,
    ...head(2, header.length), ...header, ...head(2, 0), ...head(2, payload.length), ...payload,
  ]);
}

/** Return what a token says, unchecked; throw TokenError if it is none. */
export function read(text) {
  const sign1 = only(fromBase64(text));
  if (sign1?.tag !== SIGN1 || sign1.value?.length !== 4) throw new TokenError("no COSE_Sign1");
  const [header, names, payload, signature] = sign1.value;
  const algorithm = only(header), claims = only(payload);
  if (algorithm.size !== 1 || algorithm.get(ALGORITHM) !== EDDSA) throw new TokenError("algorithm");
  const [list, index] = claims.get("i");
  const facts = {
    issuer: claims.get(1), name: claims.get(2), until: claims.get(4), since: claims.get(6),
    number: claims.get("n"), level: claims.get("l"), list, index,
  };
  const words = ["issuer", "name", "number", "level"], numbers = ["until", "since", "list", "index"];
  if (!words.every((key) => typeof facts[key] === "string") || !numbers.every((key) => Number.isInteger(facts[key]))) {
    throw new TokenError("facts");
  }
  return { facts, kid: new TextDecoder().decode(names.get(KEY_NAME)), signed: toSign(header, payload), signature };
}

/** Return the bytes that letters of base58 stand for, as many as are wanted: zeros in front are not written. */
export function fromBase58(text, length) {
  let number = 0n;
  for (const letter of text) {
    const value = letters.indexOf(letter);
    if (value < 0) throw new TokenError("key");
    number = number * 58n + BigInt(value);
  }
  const hex = number.toString(16).padStart(length * 2, "0");
  if (hex.length !== length * 2) throw new TokenError("length");
  return Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));
}

/** Return the raw key that the issuer's document lists under a name; throw TokenError if it lists none. */
export function keyOf(did, kid) {
  const id = `${did.id}#${kid}`;
  const method = (did.verificationMethod ?? []).find((each) => each.id === id);
  if (!method || method.revoked || !(did.assertionMethod ?? []).includes(id)) throw new TokenError("unknown key");
  const bytes = fromBase58(method.publicKeyMultibase.slice(1), KEY_BYTES);
  if (method.publicKeyMultibase[0] !== "z" || bytes[0] !== 0xed || bytes[1] !== 1) {
    throw new TokenError("key");
  }
  return bytes.subarray(2);
}

/** Return whether the issuer's key signed the token; throw where the browser has no Ed25519. */
export async function isGenuine(token, did) {
  if (token.facts.issuer !== did.id) return false;
  const key = await crypto.subtle.importKey("raw", keyOf(did, token.kid), { name: "Ed25519" }, false, ["verify"]);
  return crypto.subtle.verify({ name: "Ed25519" }, key, token.signature, token.signed);
}

/** Return whether the bit of a certificate is set in the issuer's status list. */
export async function hasEnded(list, index) {
  const packed = fromBase64Long(list.credentialSubject.encodedList.slice(1));
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const bits = new Uint8Array(await new Response(plain).arrayBuffer());
  if (index >= bits.length * 8) throw new TokenError("index");
  return Boolean(bits[index >> 3] & (128 >> (index & 7)));
}

function fromBase64Long(text) {
  return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (char) => char.charCodeAt(0));
}
