@echo off
rem Klik dua kali untuk menjalankan Gawangan / double click to start Gawangan.
setlocal
chcp 65001 >nul
title Gawangan
cd /d "%~dp0"
if not defined PORT set "PORT=3000"

where node >nul 2>nul
if errorlevel 1 goto no_node

set "MAJOR="
for /f "delims=v." %%a in ('node --version') do set "MAJOR=%%a"
if not defined MAJOR goto no_node
if %MAJOR% LSS 20 goto old_node

rem Waits beside us, at most an hour, until the pages answer; then opens the browser.
start "" /b node -e "const u='http://127.0.0.1:'+process.env.PORT,t=setInterval(()=>fetch(u+'/readyz').then(r=>{if(r.ok){clearInterval(t);require('child_process').exec('start '+u,()=>process.exit())}}).catch(()=>{}),1000);setTimeout(()=>process.exit(),3600000)"

echo.
echo   Gawangan sedang disiapkan. Peramban terbuka sendiri bila sudah siap.
echo   Biarkan jendela ini terbuka; tekan Ctrl-C untuk berhenti.
echo.
echo   Getting Gawangan ready. The browser opens by itself.
echo   Leave this window open; press Ctrl-C to stop.
echo.
call npm start
if errorlevel 1 goto failed
exit /b 0

:no_node
echo.
echo   Node.js belum terpasang. Unduh versi LTS dari https://nodejs.org, pasang, lalu klik dua kali lagi.
echo   Node.js is not installed. Get the LTS version from https://nodejs.org, then double click again.
echo.
pause
exit /b 1

:old_node
echo.
echo   Node.js di komputer ini terlalu lama. Perlu versi 20.20 atau lebih baru, dari https://nodejs.org.
echo   Node.js on this computer is too old: version 20.20 or later is needed.
echo.
pause
exit /b 1

:failed
echo.
echo   Gawangan berhenti karena ada gangguan. Pesannya ada di atas.
echo   Gawangan stopped because of a fault. The message stands above.
echo.
pause
exit /b 1
