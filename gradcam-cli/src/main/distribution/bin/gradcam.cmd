@echo off
rem Starts gradcam. JAVA_HOME chooses the Java, GRADCAM_OPTS gives it options, such as -Xmx8g.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if not defined TF_CPP_MIN_LOG_LEVEL set "TF_CPP_MIN_LOG_LEVEL=3"
"%java%" -XX:+UseParallelGC -Xmn400m -Xlog:disable -Xlog:all=error:stderr --enable-native-access=ALL-UNNAMED -Dorg.bytedeco.javacpp.logger=slf4j %GRADCAM_OPTS% -cp "%~dp0..\lib\*" io.github.gradcam.cli.Main %*
exit /b %ERRORLEVEL%
