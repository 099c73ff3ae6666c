@echo off
rem Starts Einfluss from an assembled folder (bin, lib, features). Needs Java 17 or newer and nothing else.
rem Without arguments it opens the window.
rem JAVA_HOME      which Java to use; otherwise the one on the PATH
rem EINFLUSS_OPTS  further options for Java, such as -Xmx8g
rem EINFLUSS_HOME  the user's folder (datasets, studies, plug-ins); otherwise Einfluss in the user's folder
rem EINFLUSS_FEATURES  names of further features to start, such as sdk
setlocal
set "APP=%~dp0.."

set "JAVA=java.exe"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME if not exist "%JAVA%" (
    echo einfluss: JAVA_HOME is "%JAVA_HOME%", but there is no bin\java.exe in it. Point it at Java 17 or newer, or unset it. 1>&2
    exit /b 1
)
if not defined JAVA_HOME where java.exe >nul 2>nul || (
    echo einfluss: Java was not found. Install Java 17 or newer, or set JAVA_HOME. 1>&2
    exit /b 1
)

set "VERSION="
set "ANSWER=%TEMP%\einfluss-java-%RANDOM%.txt"
"%JAVA%" -version 2>"%ANSWER%"
for /f "usebackq tokens=3" %%v in ("%ANSWER%") do if not defined VERSION set "VERSION=%%~v"
del "%ANSWER%"
set "MAJOR=0"
for /f "delims=.-+ tokens=1" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% LSS 17 (
    echo einfluss: Java 17 or newer is needed; %JAVA% is %VERSION%. Set JAVA_HOME to a newer one. 1>&2
    exit /b 1
)

rem Short commands start fast, the others compute fast. Those that only read need not stop the framework either.
set "TUNING=-XX:+UseParallelGC"
set "HALT="
set "MAIN="
set "HEADLESS=-Djava.awt.headless=true"
for %%c in (list plugins describe calculate help --help -h --version -V) do if "%~1"=="%%c" set "HALT=--halt"
if defined HALT set "TUNING=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
if "%~1"=="check" set "TUNING=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
if "%~1"=="" (
    set "TUNING=-XX:+UseSerialGC"
    set "MAIN=--main workbench --window"
    set "HEADLESS="
    set "EINFLUSS_FEATURES=%EINFLUSS_FEATURES% workbench"
)
if %MAJOR% GEQ 22 set "TUNING=%TUNING% --enable-native-access=ALL-UNNAMED"
if %MAJOR% GEQ 24 set "TUNING=%TUNING% --sun-misc-unsafe-memory-access=allow"

set "FEATURES="
for %%f in (platform headless %EINFLUSS_FEATURES%) do call set FEATURES=%%FEATURES%% --feature "%APP%\features\%%f.json"
for %%j in ("%APP%\lib\org.einfluss.launcher-*.jar") do set "JAR=%%~fj"

"%JAVA%" %TUNING% -XX:-UsePerfData %HEADLESS% %EINFLUSS_OPTS% -jar "%JAR%" ^
    %FEATURES% %MAIN% %HALT% -- %*
exit /b %ERRORLEVEL%
