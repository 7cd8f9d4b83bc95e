import { generate } from "selfsigned";

const DAY = 24 * 60 * 60 * 1000;

/** A fresh key and self-signed certificate (PEM) for these hosts, valid from yesterday for a year. */
export async function makeCertificate(hosts: readonly string[]): Promise<{ key: string; cert: string }> {
  const yesterday = new Date(Date.now() - DAY);
  // An elliptic key takes milliseconds, an RSA key up to a second.
  const made = await generate([{ name: "commonName", value: "PaperScout double of the web" }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: yesterday,
    notAfterDate: new Date(yesterday.getTime() + 365 * DAY),
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      { name: "subjectAltName", altNames: hosts.map((host) => ({ type: 2, value: host })) },
    ],
  });
  return { key: made.private, cert: made.cert };
}
