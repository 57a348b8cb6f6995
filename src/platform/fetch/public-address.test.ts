import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'

test.each([
  '8.8.8.8',
  '93.184.216.34',
  '172.15.255.255',
  '172.32.0.1',
  '192.167.0.1',
  '100.63.255.255',
  '100.128.0.1',
  '223.255.255.254',
  '2606:2800:220:1::1',
  '2a01:e0a::1',
  '64:ff9b::808:808',
])('%s is on the public internet', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.each([
  ['this network', '0.0.0.0', '0.1.2.3'],
  ['loopback', '127.0.0.1', '127.255.255.254', '::1'],
  ['private', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fdff::1'],
  ['link-local', '169.254.169.254', 'fe80::1', 'febf::1', 'fe80::1%eth0'],
  ['carrier-grade NAT', '100.64.0.1', '100.127.255.255'],
  ['multicast', '224.0.0.1', '239.255.255.255', 'ff02::1'],
  ['broadcast', '255.255.255.255'],
  ['documentation', '192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1'],
  ['benchmarking', '198.18.0.1', '198.19.255.255', '2001:2::1'],
  ['reserved', '192.0.0.1', '240.0.0.1', '::', '100::1', 'fec0::1', '4000::1', '5f00::1'],
  ['IPv4 in IPv6', '::ffff:8.8.8.8', '::ffff:127.0.0.1', '::ffff:0:1.2.3.4', '::127.0.0.1'],
  ['tunnels', '2002:7f00:1::', '2001:0:4136:e378::1'],
  ['a private address behind a translator', '64:ff9b::7f00:1', '64:ff9b::a9fe:a9fe'],
  ['a translator of the local network', '64:ff9b:1::808:808'],
  ['no address', '', 'example.org', '1.2.3', '256.1.1.1', '1.2.3.4.5'],
])('%s is not', (_, ...addresses) => {
  for (const address of addresses) expect(isPublicAddress(address), address).toBe(false)
})

test('nothing under 10/8 or fd00::/8 ever passes', () => {
  const byte = fc.integer({ min: 0, max: 255 })
  const group = fc.integer({ min: 0, max: 0xffff }).map((n) => n.toString(16))
  fc.assert(
    fc.property(byte, byte, byte, group, group, (a, b, c, g, h) => {
      expect(isPublicAddress(`10.${a}.${b}.${c}`)).toBe(false)
      expect(isPublicAddress(`fd${g.padStart(4, '0').slice(2)}:${h}::1`)).toBe(false)
    }),
  )
})
