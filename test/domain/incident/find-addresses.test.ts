import { expect, test } from 'vitest';
import { domainNamesIn, ipAddressesIn } from '#domain/incident/papers/find-addresses.ts';

test.each([
  ['máy 10.20.3.15 và 10.20.3.16, rồi lại 10.20.3.15', ['10.20.3.15', '10.20.3.16']],
  ['cổng 192.168.1.1:3389 mở', ['192.168.1.1']],
  ['IPv6 2001:db8::8a2e:370:7334.', ['2001:db8::8a2e:370:7334']],
  ['lúc 02:14:30 ngày 12.12.2026', []],
  ['300.1.1.1', []],
  ['phiên bản 10.20.3.15.7', []],
])('IP addresses of “%s”', (text, found) => {
  expect(ipAddressesIn(text)).toEqual(found);
});

test.each([
  ['vào stc.tinh.gov.vn không được, STC.tinh.gov.vn cũng thế', ['stc.tinh.gov.vn']],
  ['https://dichvucong.tinh.gov.vn/login', ['dichvucong.tinh.gov.vn']],
  ['thư của vanthu@stc.tinh.gov.vn', []],
  ['tệp bao-cao.lockbit và svchost.exe', []],
])('domain names of “%s”', (text, found) => {
  expect(domainNamesIn(text)).toEqual(found);
});
