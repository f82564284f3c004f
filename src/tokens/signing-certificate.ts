// The certificate of a signing key, written in DER by hand: with Node's own primitives it costs one signature, and no library has to be
// imported before the first token. It says nothing that does not follow from the key, so one key always has one certificate.
import type { KeyObject } from 'node:crypto'
import { createHash, sign } from 'node:crypto'

const COMMON_NAME = 'graph-understudy signing key'
/** UTCTime, which serves for the years to 2049: whatever time the clock of a double shows, it is likely to lie within. */
const VALIDITY = ['200101000000Z', '491231235959Z'] as const

const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  utf8String: 0x0c,
  utcTime: 0x17,
  sequence: 0x30,
  set: 0x31,
  version: 0xa0,
  extensions: 0xa3,
} as const

/** Object identifiers: 2.5.4.3, 2.5.29.14, 2.5.29.15, 2.5.29.19, 1.2.840.113549.1.1.11. */
const oids = {
  commonName: Buffer.from('0603550403', 'hex'),
  subjectKeyIdentifier: Buffer.from('0603551d0e', 'hex'),
  keyUsage: Buffer.from('0603551d0f', 'hex'),
  basicConstraints: Buffer.from('0603551d13', 'hex'),
  sha256WithRsaEncryption: Buffer.from('06092a864886f70d01010b', 'hex'),
} as const

/** Of an extension that whoever does not know it must refuse. */
const CRITICAL = der(tags.boolean, Buffer.of(0xff))
const VERSION_3 = der(tags.version, der(tags.integer, Buffer.of(2)))
/** The first bit alone; the other seven of its byte are not there. */
const DIGITAL_SIGNATURE = der(tags.bitString, Buffer.of(7, 0b1000_0000))
/** Empty, since DER leaves out what is the default. */
const NO_AUTHORITY = sequence()

const algorithm = sequence(oids.sha256WithRsaEncryption, der(tags.null))
const commonName = sequence(oids.commonName, der(tags.utf8String, Buffer.from(COMMON_NAME)))
const name = sequence(der(tags.set, commonName))
const validity = sequence(...VALIDITY.map(time => der(tags.utcTime, Buffer.from(time))))

/**
 * A self-signed X.509 certificate in DER for an RSA key pair, valid from 2020 to the end of 2049, for signatures and not as an authority.
 * @see RFC 5280, section 4.1
 */
export function signingCertificate(publicKey: KeyObject, privateKey: KeyObject): Buffer {
  const keyId = subjectKeyId(publicKey)
  const toBeSigned = sequence(
    VERSION_3,
    der(tags.integer, serialNumber(keyId)),
    algorithm,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(tags.extensions, extensions(keyId)),
  )
  const signature = sign('RSA-SHA256', toBeSigned, privateKey)
  return sequence(toBeSigned, algorithm, der(tags.bitString, Buffer.of(0), signature))
}

/** @see RFC 5280, section 4.2.1.2, method 1: of the key's own bits, which for RSA are its PKCS #1 form */
function subjectKeyId(publicKey: KeyObject): Buffer {
  return createHash('sha1')
    .update(publicKey.export({ type: 'pkcs1', format: 'der' }))
    .digest()
}

/** Twenty bytes, the most there may be; the first is made neither zero nor negative, so that none of them can be left out. */
function serialNumber(keyId: Buffer): Buffer {
  const serial = Buffer.from(keyId)
  serial.writeUInt8((serial.readUInt8(0) & 0x7f) | 0x40, 0)
  return serial
}

function extensions(keyId: Buffer): Buffer {
  return sequence(
    sequence(oids.basicConstraints, CRITICAL, der(tags.octetString, NO_AUTHORITY)),
    sequence(oids.keyUsage, CRITICAL, der(tags.octetString, DIGITAL_SIGNATURE)),
    sequence(oids.subjectKeyIdentifier, der(tags.octetString, der(tags.octetString, keyId))),
  )
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(tags.sequence, ...parts)
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.of(tag), derLength(content.length), content])
}

/** In one byte up to 127; otherwise the number of bytes comes first. Enough for 65,535. */
function derLength(length: number): Buffer {
  if (length < 0x80) return Buffer.of(length)
  if (length < 0x100) return Buffer.of(0x81, length)
  return Buffer.of(0x82, length >> 8, length & 0xff)
}
