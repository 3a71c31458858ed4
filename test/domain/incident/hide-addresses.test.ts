import { expect, test } from 'vitest';
import { hideAddresses } from '#domain/incident/hide-addresses.ts';

const hidden = '[ẩn địa chỉ]';

test.each([
  ['máy chủ 10.12.0.5 bị mã hóa', `máy chủ ${hidden} bị mã hóa`],
  ['có kết nối lạ tới 203.0.113.7:4444.', `có kết nối lạ tới ${hidden}.`],
  ['dải 192.168.1.0/24 đều bị', `dải ${hidden} đều bị`],
  ['IP 203[.]0[.]113[.]7 quét liên tục', `IP ${hidden} quét liên tục`],
  ['địa chỉ 2001:db8::1 và fe80::1', `địa chỉ ${hidden} và ${hidden}`],
  ['[2001:db8:0:0:0:0:0:1]:443 mở', `${hidden} mở`],
  ['mở cổng 3389 ra ngoài', `mở ${hidden} ra ngoài`],
  ['Port 445/tcp, cổng 22, 80 mở', `${hidden} mở`],
  ['quét 1433/tcp cả đêm', `quét ${hidden} cả đêm`],
  ['lỗ hổng CVE-2024-21762 chưa vá', `lỗ hổng ${hidden} chưa vá`],
  ['cve 2021 44228', hidden],
  ['trang https://dichvucong.tinh.gov.vn/login?x=1 bị đổi', `trang ${hidden} bị đổi`],
  ['web dichvucong.tinh.gov.vn không vào được', `web ${hidden} không vào được`],
  ['tải từ evil[.]example[.]top về', `tải từ ${hidden} về`],
  ['Apache 2.4.49 trên máy chủ', `Apache ${hidden} trên máy chủ`],
  ['nginx/1.18 bị khai thác', `nginx/${hidden} bị khai thác`],
  ['phần mềm phiên bản 3.2 của hãng', `phần mềm ${hidden} của hãng`],
  ['bản cài v1.2.3-rc1 có lỗi', `bản cài ${hidden} có lỗi`],
  ['FortiOS 7.2.4 có lỗ hổng', `FortiOS ${hidden} có lỗ hổng`],
  ['máy (10.0.0.5) bị nhiễm', `máy (${hidden}) bị nhiễm`],
  ['10.0.0.5, 10.0.0.6, 10.0.0.7', hidden],
])('“%s” is shown as “%s”', (text, shown) => {
  expect(hideAddresses(text, hidden)).toBe(shown);
});

test.each([
  'SC-2026-0007 – Sở Tài chính: mã hóa dữ liệu',
  'lúc 02:14 ngày 12.12.2026',
  'lúc 02:14:30 thứ Bảy 12/12',
  'gọi 0912.345.678 hoặc 0912 345 678',
  'đòi 1.000.000 đồng, 2.5 triệu một máy',
  'Công văn số 1880/UBND-KGVX ngày 16/4/2024, điểm 1.2',
  'Nghị định số 331/2026/NĐ-CP, Điều 31.2.d',
  'Quyết định số 05/2017/QĐ-TTg',
  'thư gửi từ ketoan@tinh.gov.vn',
  'file baocao.xlsx đổi đuôi .lockbit, có tệp readme.txt',
  '3 máy kế toán, 2 máy chủ',
  'tầng 3, phòng 302',
])('“%s” stays as it is', (text) => {
  expect(hideAddresses(text, hidden)).toBe(text);
});
