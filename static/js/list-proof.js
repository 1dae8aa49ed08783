/**
 * The signature of a status list (W3C Data Integrity, eddsa-rdfc-2022), without a processor of linked data.
 *
 * A list of ours has no nameless parts, so its canonical form is ten lines that can be written down and sorted. A list
 * that is built in any other way than exactly this is not one of ours and is refused.
 */
import { TokenError, fromBase58, keyOf } from "./token.js";

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", XSD = "http://www.w3.org/2001/XMLSchema#";
const VC = "https://www.w3.org/2018/credentials#", STATUS = "https://www.w3.org/ns/credentials/status#";
const SECURITY = "https://w3id.org/security#", CONTEXT = "https://www.w3.org/ns/credentials/v2";
const LIST = ["@context", "credentialSubject", "id", "issuer", "proof", "type", "validFrom", "validUntil"];
const SUBJECT = ["encodedList", "id", "statusPurpose", "ttl", "type"];
const PROOF = ["created", "cryptosuite", "proofPurpose", "proofValue", "type", "verificationMethod"];
const TYPES = ["VerifiableCredential", "BitstringStatusListCredential"];
const SIGNATURE = 64;

function only(part, names) {
  if (typeof part !== "object" || part === null || Object.keys(part).sort().join() !== names.join()) {
    throw new TokenError("another shape");
  }
  return part;
}

function same(value, wanted) {
  if (JSON.stringify(value) !== JSON.stringify(wanted)) throw new TokenError("another value");
}

/** Return a text that means itself between the marks of a line; throw for any other. */
function plain(text) {
  if (typeof text !== "string" || /[\s<>"{}|\\^`]/.test(text)) throw new TokenError("not plain");
  return text;
}

const iri = (text) => `<${plain(text)}>`;
const typed = (text, type) => `"${plain(text)}"^^<${type}>`;
const hashed = async (lines) => new Uint8Array(await crypto.subtle.digest(
  "SHA-256", new TextEncoder().encode(lines.map((line) => `${line} .\n`).sort().join("")),
));

function linesOf(list) {
  const { id, issuer, type, validFrom, validUntil, credentialSubject } = only(list, LIST);
  const subject = only(credentialSubject, SUBJECT), me = iri(id), bits = iri(subject.id);
  same(list["@context"], [CONTEXT]);
  same(type, TYPES);
  same([subject.type, subject.statusPurpose], ["BitstringStatusList", "revocation"]);
  if (!Number.isSafeInteger(subject.ttl)) throw new TokenError("ttl");
  return [
    `${me} <${RDF}type> <${VC}VerifiableCredential>`,
    `${me} <${RDF}type> <${STATUS}BitstringStatusListCredential>`,
    `${me} <${VC}credentialSubject> ${bits}`,
    `${me} <${VC}issuer> ${iri(issuer)}`,
    `${me} <${VC}validFrom> ${typed(validFrom, `${XSD}dateTime`)}`,
    `${me} <${VC}validUntil> ${typed(validUntil, `${XSD}dateTime`)}`,
    `${bits} <${RDF}type> <${STATUS}BitstringStatusList>`,
    `${bits} <${STATUS}encodedList> ${typed(subject.encodedList, `${SECURITY}multibase`)}`,
    `${bits} <${STATUS}statusPurpose> "revocation"`,
    `${bits} <${STATUS}ttl> ${typed(String(subject.ttl), `${XSD}integer`)}`,
  ];
}

function linesOfProof(proof) {
  same([proof.type, proof.cryptosuite, proof.proofPurpose], ["DataIntegrityProof", "eddsa-rdfc-2022", "assertionMethod"]);
  return [
    `_:c14n0 <http://purl.org/dc/terms/created> ${typed(proof.created, `${XSD}dateTime`)}`,
    `_:c14n0 <${RDF}type> <${SECURITY}DataIntegrityProof>`,
    `_:c14n0 <${SECURITY}cryptosuite> "eddsa-rdfc-2022"^^<${SECURITY}cryptosuiteString>`,
    `_:c14n0 <${SECURITY}proofPurpose> <${SECURITY}assertionMethod>`,
    `_:c14n0 <${SECURITY}verificationMethod> ${iri(proof.verificationMethod)}`,
  ];
}

/** Return whether the issuer signed this list and it has that number; throw TokenError for a list built otherwise. */
export async function isListGenuine(list, did, number) {
  const lines = linesOf(list);
  same(list.proof?.length, 1);
  const proof = only(list.proof[0], PROOF), parts = await Promise.all([hashed(linesOfProof(proof)), hashed(lines)]);
  if (list.issuer !== did.id || !list.id.endsWith(`/status/${number}`)) return false;
  if (!proof.verificationMethod.startsWith(`${did.id}#`) || proof.proofValue[0] !== "z") return false;
  const raw = keyOf(did, proof.verificationMethod.slice(did.id.length + 1));
  const key = await crypto.subtle.importKey("raw", raw, { name: "Ed25519" }, false, ["verify"]);
  const signature = fromBase58(proof.proofValue.slice(1), SIGNATURE);
  return crypto.subtle.verify({ name: "Ed25519" }, key, signature, Uint8Array.from([...parts[0], ...parts[1]]));
}
